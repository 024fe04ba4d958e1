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
    from: `        return { target: ts.ScriptTarget.ES2022, lib: ["es2022"] };`,
    to: `        const lib = [nodeVersion >= 22 ? "es2024" : "es2023", "esnext.disposable", "esnext.decorators"];
        return { target: ts.ScriptTarget.ES2022, lib };`,
  },
  {
    from: `        moduleResolution: ts.ModuleResolutionKind.Node10,
        esModuleInterop: true,`,
    to: `        moduleResolution: ts.ModuleResolutionKind.Bundler,
        allowImportingTsExtensions: true,
        rewriteRelativeImportExtensions: true,
        inlineSourceMap: true,
        esModuleInterop: true,
        strict: true,
        noUncheckedSideEffectImports: true,
        types: [],`,
  },
  {
    from: `        // Remove 'use strict' from outputs.
        noImplicitUseStrict: true,
        experimentalDecorators: true,
`,
    to: "",
  },
  {
    from: `        disableTopLevelAwait: true,
`,
    to: "",
  },
  // A file may lie anywhere, not only below the notebook's folder.
  { from: `        rootDir: cwd,`, to: `        rootDir: path_1.default.parse(cwd).root,` },
  {
    from: `    const dstFilename = (0, tspath_1.normalizeJoin)(outDir, "__tslab__.js");
    const dstDeclFilename = (0, tspath_1.normalizeJoin)(outDir, "__tslab__.d.ts");`,
    to: `    const root = path_1.default.parse(cwd).root;
    const dstFilename = (0, tspath_1.normalizeJoin)(outDir, path_1.default.relative(root, cwd), "__tslab__.js");
    const dstDeclFilename = (0, tspath_1.normalizeJoin)(outDir, path_1.default.relative(root, cwd), "__tslab__.d.ts");`,
  },
  { from: `(0, tspath_1.normalizeJoin)(cwd, rel),`, to: `(0, tspath_1.normalizeJoin)(root, rel),` },
  // The names that a cell declares are read from the cell alone; tslab compiles everything one more time for them.
  {
    from: `        updateContent(prevDecl, src);
        let declsFile = builder.getSourceFile(declFilename);
        let srcFile = builder.getSourceFile(srcFilename);
        const locals = srcFile.locals;`,
    to: `        const alone = ts.createSourceFile(srcFilename, srcPrefix + src, transpileTarget, true);
        ts.bindSourceFile(alone, builder.getProgram().getCompilerOptions());
        const locals = alone.locals;
        const exported = new Set(
            Array.from(alone.symbol.exports ? alone.symbol.exports.keys() : [], ts.unescapeLeadingUnderscores));
        let suffix = "";`,
  },
  {
    from: `            const suffix = "\\nexport {" + Array.from(keys).join(", ") + "}";
            updateContent(prevDecl, src + suffix);
            declsFile = builder.getSourceFile(declFilename);
            srcFile = builder.getSourceFile(srcFilename);
        }
`,
    to: `            suffix = "\\nexport {" + Array.from(keys).filter((key) => !exported.has(key)).join(", ") + "}";
        }
        updateContent(prevDecl, src + suffix);
        const declsFile = builder.getSourceFile(declFilename);
        const srcFile = builder.getSourceFile(srcFilename);
`,
  },
  {
    from: `        declOutput += remainingDecls(builder.getProgram().getTypeChecker(), srcFile, declsFile);
        return {
            output: esModuleToCommonJSModule(output, transpileTarget),
            declOutput,
            diagnostics: diag.diagnostics,
            hasToplevelAwait: diag.hasToplevelAwait,
            sideOutputs,
            lastExpressionVar,
        };`,
    to: `        declOutput += ts.cells.hoistedDeclarations(builder.getProgram().getTypeChecker(), srcFile);
        const cell = ts.cells.inScope(output, {
            own: keys,
            earlier: ts.cells.valueNames(prevDecl),
            hasValue: ts.cells.endsInExpression(alone),
            tracked: !!(options && options.tracked),
        });
        return {
            output: cell.code,
            declOutput: ts.cells.mergeDeclarations(prevDecl, declOutput),
            ownDeclarations: declOutput,
            names: Array.from(keys),
            diagnostics: diag.diagnostics,
            hasToplevelAwait: cell.awaits,
            sideOutputs,
            lastExpressionVar: cell.value,
            shifts: cell.shifts,
        };`,
  },
  {
    from: `            locals.forEach((_, key) => {
                keys.add(key);
            });`,
    to: `            locals.forEach((_, key) => {
                if (key !== ts.InternalSymbolName.Global) keys.add(ts.unescapeLeadingUnderscores(key));
            });`,
  },
  { from: `            after: [after],`, to: `            after: [],` },
  {
    from: `    const rootFiles = new Set([declFilename, srcFilename]);`,
    to: `    let withNode = false;
    // What is known of the names of most earlier cells: a file that stays as it is, so that a cell costs no more behind
    // a thousand of them. Those of the last few cells are in the other file, whose scope is inside of this one's.
    const earlierFilename = (0, tspath_1.normalizeJoin)(cwd, "__earlier__.d.ts");
    let earlierContent = "";
    const mostRecent = 4000;
    function scoped(builder) {
        asMutable(builder.getSourceFile(declFilename)).parent = builder.getSourceFile(earlierFilename);
        return builder;
    }
    const globalsFilename = (0, tspath_1.normalizeJoin)(path_1.default.parse(cwd).root, "__globals__.d.ts");
    const rootFiles = new Set([declFilename, srcFilename, globalsFilename, earlierFilename]);`,
  },
  {
    from: `            return srcPrefix + declContent;`,
    to: `            return srcPrefix + declContent.slice(earlierContent.length);
        }
        if (path === earlierFilename) {
            return srcPrefix + earlierContent;`,
  },
  { from: `        builder = b;`, to: `        builder = scoped(b);` },
  {
    from: `        declContent = decls;`,
    to: `        declContent = decls;
        if (!isLonger || recent.length > mostRecent) earlierContent = decls;`,
  },
  {
    from: `        if (virtualFiles.has(path)) {
            return virtualFiles.get(path);`,
    to: `        if (path === globalsFilename) {
            return ts.cells.globalDeclarations(withNode);
        }
        if (virtualFiles.has(path)) {
            return virtualFiles.get(path);`,
  },
  // A file that has changed is given out anew.
  { from: `    const sideInputsConverted = new Set();`, to: `    const sideInputsConverted = new Map();` },
  {
    from: `            if (sideInputsConverted.has(dep)) {`,
    to: `            const present = builder.getSourceFile(dep);
            if (sideInputsConverted.get(dep) === present) {`,
  },
  { from: `sideInputsConverted.add(dep);`, to: `sideInputsConverted.set(dep, present);` },
  // `program.ts` looks at the files itself.
  {
    from: `        const watcher = ts.sys.watchFile(path, cb, pollingInterval);`,
    to: `        const watcher = { close() {} };`,
  },
  {
    from: `        const changed = declContent != decls || srcContent != src;`,
    to: `        const changed = declContent != decls || srcContent != src;
        const isLonger = decls.startsWith(earlierContent);
        const recent = isLonger ? decls.slice(earlierContent.length) : decls;
        if (!withNode && (ts.cells.mentionsNode(src) || ts.cells.declarationsMentionNode(recent))) {
            withNode = true;
            watch.setTypes(["node"]);
        }`,
  },
  // What completion and inspection look at.
  {
    from: `        complete,
        addModule,
    };
    function close() {`,
    to: `        complete,
        addModule,
        prepare(prevDecl) {
            updateContent(prevDecl, "");
            watch.prepare();
        },
        look(prevDecl, src) {
            updateContent(prevDecl, src);
            const [file, before] = [builder.getSourceFile(srcFilename), builder.getSourceFile(declFilename)];
            asMutable(file).parent = before;
            return { program: builder.getProgram(), file, before, offset: srcPrefix.length };
        },
    };
    function close() {`,
  },
  // Packages that are not beside the notebook are looked for in those that it borrows.
  {
    from: `    if (rel.startsWith("..")) {
        return path;
    }
    return (0, tspath_1.normalizeJoin)(path_1.default.dirname(__dirname), rel);`,
    to: `    if (rel.startsWith("..")) {
        const { lent } = ts.cells;
        const inLent = path_1.default.relative((0, tspath_1.normalizeJoin)(cwd, "node_modules"), path);
        if (lent === undefined || inLent.startsWith("..") || ts.sys.fileExists(path) || ts.sys.directoryExists(path))
            return path;
        return (0, tspath_1.normalizeJoin)(lent, inLent);
    }
    return (0, tspath_1.normalizeJoin)(path_1.default.dirname(__dirname), rel);`,
  },
  {
    from: `    sys.readDirectory = function (path, extensions, exclude, include, depth) {`,
    to: `    sys.realpath = function (path) {
        return ts.sys.realpath(forwardTslabPath(cwd, path));
    };
    // The same for every notebook: read once, and kept in a snapshot.
    sys.getModifiedTime = (path) =>
        path === globalsFilename ? new Date(withNode ? 1 : 0) : ts.sys.getModifiedTime?.(path);
    sys.readDirectory = function (path, extensions, exclude, include, depth) {`,
  },
];
