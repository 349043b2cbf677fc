// Files on their way, kept on this device until the server has answered: closing the page does not lose them.

const name = 'avance';
const store = 'files';
let opened = null;

const open = () =>
  (opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: 'id' }).createIndex('key', 'key');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  }));

async function act(mode, work) {
  try {
    const database = await open();
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(store, mode);
      const request = work(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  } catch {
    // A private window, or no room: the file is sent all the same, from memory.
    return null;
  }
}

export const keep = ({ id, key, file }) => act('readwrite', files => files.put({ id, key, file, name: file.name }));

export const drop = id => act('readwrite', files => files.delete(id));

// Of all that this browser keeps, of whichever plan and unit.
export const count = async () => (await act('readonly', files => files.count())) ?? 0;

export const dropAll = () => act('readwrite', files => files.clear());

export const keptFor = async key => (await act('readonly', files => files.index('key').getAll(key))) ?? [];
