/**
 * A number in words and on axes: at most `digits` significant digits, no trailing zeros, a true minus sign; with
 * `minus` "-" as programs read it.
 */
export const numberText = (value: number, digits: number = 3, minus: "−" | "-" = "−"): string =>
  String(Number(value.toPrecision(digits)) + 0).replaceAll("-", minus);
