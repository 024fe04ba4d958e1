/** The table of the browser's storage in which JupyterLite keeps files, for pages that do without JupyterLite. */

/** Values by their keys: of a file that is kept, what JupyterLite says of it, by its path. */
export interface Store {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  values(): Promise<readonly unknown[]>;
}

/** JupyterLite's name for what is kept of a site. @param base the address of the site's folder */
export const storageName = (base: string): string => `JupyterLite Storage - ${new URL(base).pathname}`;

/** The table as localforage lays it out, which JupyterLite uses. */
const table = "files";

/** Nothing stays open between two questions: JupyterLite may add tables of its own at any time. */
export function browserStore(name: string): Store {
  async function ask<T>(mode: IDBTransactionMode, request: (files: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const database = await open(name);
    try {
      const transaction = database.transaction(table, mode);
      const done = new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      });
      const answer = await settled(request(transaction.objectStore(table)));
      await done;
      return answer;
    } finally {
      database.close();
    }
  }
  return {
    get: (key) => ask<unknown>("readonly", (files) => files.get(key)),
    set: async (key, value) => void (await ask("readwrite", (files) => files.put(value, key))),
    values: () => ask<unknown[]>("readonly", (files) => files.getAll()),
  };
}

/** Whether anything was ever kept under this name; a browser that can not tell says no. */
export async function isThere(name: string): Promise<boolean> {
  const known = await globalThis.indexedDB?.databases?.();
  return known?.some((each) => each.name === name) ?? false;
}

/** Makes what is not there yet: the storage, and in it the table. */
async function open(name: string, version?: number): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => {
    if (!request.result.objectStoreNames.contains(table)) request.result.createObjectStore(table);
  };
  const database = await settled(request);
  if (database.objectStoreNames.contains(table)) return database;
  const next = database.version + 1;
  database.close();
  return open(name, next);
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
