/** A number in words and on axes: at most `digits` significant digits, no trailing zeros, a true minus sign. */
export const numberText = (value: number, digits: number = 3): string =>
  String(Number(value.toPrecision(digits)) + 0).replaceAll("-", "−");
