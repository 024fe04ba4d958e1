/** What is used of JupyterLab and JupyterLite, which give it to this extension when they load it. */
import type { Header } from "../kernel/front/message.js";

/** Whoever wants to hear what happens. */
export interface Signal<Sender, Args> {
  connect(slot: (sender: Sender, args: Args) => void): boolean;
  disconnect(slot: (sender: Sender, args: Args) => void): boolean;
}

/** A file, or a folder, whose content is a list of such. */
export interface FileModel {
  readonly name: string;
  readonly path: string;
  readonly type: "notebook" | "file" | "directory";
  readonly format: "json" | "text" | "base64" | null;
  readonly content: unknown;
  readonly mimetype?: string;
}

/** A change of a file. */
export interface FileChange {
  readonly type: "new" | "delete" | "rename" | "save";
  readonly oldValue: Partial<FileModel> | null;
  readonly newValue: Partial<FileModel> | null;
}

/** The files, of the site and of the browser's storage. */
export interface Contents {
  readonly fileChanged: Signal<Contents, FileChange>;
  get(path: string, options?: { readonly content: boolean }): Promise<FileModel>;
  save(path: string, model: Partial<FileModel>): Promise<FileModel>;
}

/** A message of Jupyter's protocol, as JupyterLite passes it. */
export interface LiteMessage {
  readonly header: Header;
  readonly parent_header: Partial<Header>;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly content: Readonly<Record<string, unknown>>;
  readonly channel: string;
  readonly buffers: readonly (ArrayBuffer | ArrayBufferView)[];
}

/** What JupyterLite says of a kernel that it wants. */
export interface KernelOptions {
  readonly id: string;
  readonly name: string;
  /** The folder of the notebook. */
  readonly location: string;
  sendMessage(message: LiteMessage): void;
}

/** A kernel as JupyterLite knows it. */
export interface LiteKernel {
  readonly id: string;
  readonly name: string;
  readonly location: string;
  readonly ready: Promise<void>;
  readonly isDisposed: boolean;
  readonly disposed: Signal<LiteKernel, undefined>;
  dispose(): void;
  handleMessage(message: LiteMessage): Promise<void>;
}

/** Where kernels are made known. */
export interface KernelSpecs {
  register(kernel: { readonly spec: object; create(options: KernelOptions): Promise<LiteKernel> }): void;
}

/** JupyterLite's own end of kernels. */
export interface KernelClient {
  interrupt(id: string): Promise<void>;
  getModel(id: string): Promise<LiteKernel | undefined>;
}

/** The application. */
export interface App {
  readonly commands: Commands;
  /** Resolves when everything is where it was when the reader left. */
  readonly restored: Promise<unknown>;
  /** JupyterLab's has something at its left; that of the notebook alone has not. */
  readonly shell: { collapseLeft?(): void };
  readonly serviceManager: { readonly contents: Contents };
}

/** A notebook that is open. */
export interface Panel {
  readonly context: {
    readonly path: string;
    readonly ready: Promise<void>;
    readonly model: { toJSON(): unknown };
    save(): Promise<void>;
    /** Reads the file again. */
    revert(): Promise<void>;
  };
  readonly toolbar: { addItem(name: string, item: object): boolean };
  readonly sessionContext: { readonly session: { readonly kernel: { readonly id: string } | null } | null };
  readonly content: {
    readonly widgets: readonly Cell[];
    activeCellIndex: number;
    scrollToItem(index: number, align: "start"): Promise<void>;
  };
}

/** A cell on the page. */
export interface Cell {
  readonly model: { readonly id: string };
}

/** All notebooks that are open. */
export interface Tracker {
  readonly currentWidget: Panel | null;
  readonly widgetAdded: Signal<Tracker, Panel>;
  find(wanted: (panel: Panel) => boolean): Panel | undefined;
}

/** A button in a notice. */
export interface NoticeAction {
  readonly label: string;
  readonly callback: () => void;
  readonly displayType?: "accent" | "default";
}

/** Notices in a corner of the page. */
export interface Notices {
  emit(
    text: string,
    kind: "info" | "warning" | "error" | "success",
    options?: { readonly autoClose?: number | false; readonly actions?: readonly NoticeAction[] },
  ): string;
}

/** What runs cells as the menus do. */
export interface NotebookActions {
  runCells(
    content: Panel["content"],
    cells: readonly Cell[],
    sessionContext: Panel["sessionContext"],
  ): Promise<boolean>;
}

/** Everything that a reader can ask for, by its name. */
export interface Commands {
  addCommand(id: string, command: { readonly label: string; readonly caption?: string; execute(): unknown }): unknown;
  execute(id: string, args?: object): Promise<unknown>;
}

/** A menu. */
export interface Menu {
  readonly title: { label: string };
  addItem(item: { readonly command: string }): unknown;
}

/** The menus at the top. */
export interface MainMenu {
  addMenu(menu: Menu, update: boolean, options: { readonly rank: number }): void;
}
