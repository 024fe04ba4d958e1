"""What jupyter_kernel_test asks of every kernel, with samples in TypeScript. usage: conformance.py KERNELSPEC_NAME"""

import sys
import unittest

import jupyter_kernel_test


class TypeScriptKernel(jupyter_kernel_test.KernelTests):
    kernel_name = sys.argv.pop()
    language_name = "typescript"
    file_extension = ".ts"
    code_hello_world = "console.log('hello, world')"
    code_stderr = "console.error('oops')"
    completion_samples = [{"text": "Math.cbr", "matches": {"cbrt"}}]
    complete_code_samples = ["1", "const a = 1", "console.log('x')", "await (async () => 7)()"]
    incomplete_code_samples = ["const f = () => {", "`an open template", "f(1,"]
    invalid_code_samples = ["let let = 1", "}"]
    code_generate_error = "throw new Error('no')"
    code_execute_result = [{"code": "6*7", "result": "42"}, {"code": "'5'", "result": "'5'"}]
    code_display_data = [{"code": "import { display } from 'tslab'; display.html('<b>1</b>')", "mime": "text/html"}]
    code_history_pattern = "6?7"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.cbrt"
    code_clear_output = "jupyter.clearOutput()"


if __name__ == "__main__":
    unittest.main()
