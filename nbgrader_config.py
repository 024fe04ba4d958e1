# For nbgrader: copy this file to the root of the course there, and notebooks/NN-slug.ipynb to source/NN/.
# `nullcline grade` is the safer grader; see notebooks/source/README.md for what nbgrader cannot know.
c = get_config()  # noqa: F821

# Students' notebooks come with their stubs written by the author, so there is nothing to clear.
c.GenerateAssignment.preprocessors = [
    f"nbgrader.preprocessors.{name}"
    for name in (
        "IncludeHeaderFooter",
        "LockCells",
        "ClearOutput",
        "CheckCellMetadata",
        "ComputeChecksums",
        "SaveCells",
        "CheckCellMetadata",
    )
]

# For notebooks written in nbgrader's own way (solved copies of `nullcline notebooks --solutions` have its marks).
c.ClearSolutions.code_stub = {"typescript": "// Write your answer here."}
c.ClearSolutions.begin_solution_delimeter = "BEGIN SOLUTION"
c.ClearSolutions.end_solution_delimeter = "END SOLUTION"

c.Execute.timeout = 120
