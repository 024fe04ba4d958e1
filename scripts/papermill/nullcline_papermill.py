"""Parameters of papermill in TypeScript: `papermill -p I 10 in.ipynb out.ipynb` puts `let I = 10;` into a cell.

Papermill loads this module by the entry point of an engine, which does what papermill's own one does.
"""

import json
import math
import re

from papermill.engines import NBClientEngine
from papermill.models import Parameter
from papermill.translators import Translator, papermill_translators

_DECLARATION = re.compile(
    r"^(?:let|const|var)\s+([\w$]+)\s*(?::\s*([^=]+?))?\s*=\s*(.*?);?\s*(?://\s*(.*))?$", re.MULTILINE
)


class TypeScriptEngine(NBClientEngine):
    """Papermill's own engine."""


class TypeScriptTranslator(Translator):
    """Values of JSON and YAML as TypeScript."""

    @classmethod
    def translate_none(cls, val):
        return "null"

    @classmethod
    def translate_escaped_str(cls, str_val):
        return json.dumps(str(str_val), ensure_ascii=False)

    @classmethod
    def translate_float(cls, val):
        if math.isnan(val):
            return "NaN"
        return repr(val) if math.isfinite(val) else f"{'-' if val < 0 else ''}Infinity"

    @classmethod
    def translate_list(cls, val):
        return f"[{', '.join(cls.translate(each) for each in val)}]"

    @classmethod
    def translate_dict(cls, val):
        return f"{{ {', '.join(f'{cls.translate_escaped_str(key)}: {cls.translate(each)}' for key, each in val.items())} }}"

    @classmethod
    def comment(cls, cmt_str):
        return f"// {cmt_str}".strip()

    @classmethod
    def assign(cls, name, str_val):
        return f"let {name} = {str_val};"

    @classmethod
    def inspect(cls, parameters_cell):
        """The parameters of a cell, one a line: `let I = 10; // uA/cm^2`."""
        return [
            Parameter(name, kind or "None", value, note or "")
            for name, kind, value, note in _DECLARATION.findall(parameters_cell["source"])
        ]


papermill_translators.register("typescript", TypeScriptTranslator)
