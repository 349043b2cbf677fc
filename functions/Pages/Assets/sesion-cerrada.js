// After signing out: offers to clear what this browser still keeps, for computers that others use too. It stays unless
// they say so, since it has not reached the server.
import { $ } from './dom.js';
import * as drafts from './drafts.js';
import * as files from './filestore.js';

const box = $('#kept');
const cleared = $('#cleared');

const said = (number, one, many) => (number === 0 ? null : number === 1 ? `1 ${one}` : `${number} ${many}`);

async function show() {
  const parts = [
    said(drafts.count(), 'actividad con cambios', 'actividades con cambios'),
    said(await files.count(), 'archivo', 'archivos'),
  ].filter(Boolean);
  box.hidden = parts.length === 0;
  $('#what', box).textContent = parts.join(' y ');
}

async function clear() {
  drafts.forgetAll();
  await files.dropAll();
  await show();
  cleared.hidden = !box.hidden;
  cleared.focus();
}

$('button', box).addEventListener('click', () => void clear());
void show();
