/**
 * What is changed in the text of tslab's cell compiler.
 *
 * tslab compiles a cell so that a name of an earlier cell, `x`, becomes `exports.x`. Its test "is this identifier
 * declared in an earlier cell?" looks at where the symbol was declared, which is also true of a *property* whose type
 * was declared there:
 *
 *     const { t: time } = run     →  const { exports.t: time } = …      SyntaxError
 *     console.log({ x })          →  left alone, since the shorthand's own symbol is the property: ReferenceError
 *
 * The repair asks whether the symbol is one of the earlier cells' top-level names, and writes a shorthand out as `x:
 * exports.x`. It also asks for source maps, so that an error can be told in the lines of the cell, and finds the
 * package of this kernel for a notebook in a folder without packages. The code concerned is inside closures, so it is
 * the source text that is replaced; a tslab whose text differs is refused rather than run half repaired.
 */
/** A piece of tslab's text that occurs once, and what it becomes. */
export interface Repair {
  readonly from: string;
  readonly to: string;
}

/** The version of tslab whose text the repairs know. */
export const version = "1.0.22";

/** Of tslab/dist/converter.js. */
export const compilerRepairs: readonly Repair[] = [
  {
    from: `        function wrapPrevIdentifier(node) {
            var _a, _b;
            if (!ts.isIdentifier(node)) {`,
    to: `        function isPrev(symbol) {
            const local = symbol && declsFile.locals && declsFile.locals.get(symbol.escapedName);
            if (!local || local === symbol) return !!local;
            return (symbol.declarations || []).some((d) => (local.declarations || []).includes(d));
        }
        function wrapPrevIdentifier(node) {
            if (
                ts.isShorthandPropertyAssignment(node) &&
                isPrev(checker.getShorthandAssignmentValueSymbol(ts.getOriginalNode(node)))
            ) {
                const { factory } = ts;
                const name = factory.createPropertyAccessExpression(factory.createIdentifier("exports"), node.name);
                const initial = node.objectAssignmentInitializer;
                const value = initial
                    ? factory.createAssignment(name, ts.visitNode(initial, wrapPrevIdentifier))
                    : name;
                return ts.setTextRange(factory.createPropertyAssignment(node.name, value), node);
            }
            if (!ts.isIdentifier(node)) {`,
  },
  {
    from: `            let prev = false;
            for (const decl of (_b = (_a = checker.getSymbolAtLocation(node)) === null || _a === void 0 ? void 0 : \
_a.declarations) !== null && _b !== void 0 ? _b : []) {
                if (decl.getSourceFile() === declsFile) {
                    prev = true;
                    break;
                }
            }
            if (!prev) {`,
    to: `            if (!isPrev(checker.getSymbolAtLocation(node))) {`,
  },
  // The names that a cell declares are read from the cell alone; tslab compiles everything one more time for them.
  {
    from: `        updateContent(prevDecl, src);
        let declsFile = builder.getSourceFile(declFilename);
        let srcFile = builder.getSourceFile(srcFilename);
        const locals = srcFile.locals;`,
    to: `        const alone = ts.createSourceFile(srcFilename, srcPrefix + src, transpileTarget, true);
        ts.bindSourceFile(alone, builder.getProgram().getCompilerOptions());
        const locals = alone.locals;
        let suffix = "";`,
  },
  {
    from: `            const suffix = "\\nexport {" + Array.from(keys).join(", ") + "}";
            updateContent(prevDecl, src + suffix);
            declsFile = builder.getSourceFile(declFilename);
            srcFile = builder.getSourceFile(srcFilename);
        }
`,
    to: `            suffix = "\\nexport {" + Array.from(keys).join(", ") + "}";
        }
        // What was compiled last is changed by that, so the same cell once more has to be read anew.
        if (declContent === prevDecl && srcContent === src + suffix) updateContent(prevDecl, "");
        updateContent(prevDecl, src + suffix);
        const declsFile = builder.getSourceFile(declFilename);
        const srcFile = builder.getSourceFile(srcFilename);
`,
  },
  {
    from: `        // rootDir is necessary to stabilize the paths of output files.
`,
    to: `        inlineSourceMap: true,
`,
  },
  {
    from: `            noImplicitUseStrict: true,
        },
    }).outputText;`,
    to: `            noImplicitUseStrict: true,
            inlineSourceMap: true,
        },
    }).outputText;`,
  },
];

/** Of the same file: packages that are not beside the notebook are looked for in `packages`, a node_modules folder. */
export const borrowing = (packages: string): readonly Repair[] => [
  {
    from: `    if (rel.startsWith("..")) {
        return path;
    }
    return (0, tspath_1.normalizeJoin)(path_1.default.dirname(__dirname), rel);`,
    to: `    if (rel.startsWith("..")) {
        const lent = path_1.default.relative((0, tspath_1.normalizeJoin)(cwd, "node_modules"), path);
        if (lent.startsWith("..") || ts.sys.fileExists(path) || ts.sys.directoryExists(path)) return path;
        return (0, tspath_1.normalizeJoin)(${JSON.stringify(packages)}, lent);
    }
    return (0, tspath_1.normalizeJoin)(path_1.default.dirname(__dirname), rel);`,
  },
  {
    from: `    sys.readDirectory = function (path, extensions, exclude, include, depth) {`,
    to: `    sys.realpath = function (path) {
        return ts.sys.realpath(forwardTslabPath(cwd, path));
    };
    sys.readDirectory = function (path, extensions, exclude, include, depth) {`,
  },
];
