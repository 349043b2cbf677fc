// The files of an activity: where they are dropped, on their way, received, read.
import { announce, el, newId } from './dom.js';
import { get, remove } from './api.js';
import { bytes } from './format.js';
import { factsOf, isReading, stateOf } from './facts.js';
import { alike, findingView, keyed } from './findings.js';
import { Uploads } from './uploads.js';

const pauses = [1_000, 1_500, 2_000, 3_000, 5_000];
// Findings come some seconds after the facts.
const roundsAfter = 8;

// megabytes: what a file may have at most. onlisted(files): each time that the server's list has come.
export function filesSection({ path, base, key, editable, megabytes, onlisted }) {
  const uploads = new Uploads(path, key, megabytes);
  const sending = el('ul', { class: 'files', 'aria-label': 'Archivos que se están enviando' });
  const received = el('ul', { class: 'files', 'aria-label': 'Archivos recibidos' });
  const trouble = el('div', { role: 'alert' });
  const none = el('p', { class: 'soft' }, 'No hay archivos.');
  const announced = new Set();
  const rows = new Map();
  let files = [];
  let timer = null;
  let rounds = 0;

  uploads.addEventListener('changed', ({ detail }) => showSending(detail));
  uploads.addEventListener('sent', ({ detail }) => {
    announce(`${detail.name}: recibido.`);
    watch();
  });

  function showSending(item) {
    for (const [id, row] of rows) {
      if (!uploads.items.some(one => one.id === id)) {
        row.element.remove();
        rows.delete(id);
      }
    }
    if (uploads.items.includes(item)) {
      if (!rows.has(item.id)) {
        rows.set(item.id, uploadRow(item, uploads));
        sending.append(rows.get(item.id).element);
      }
      rows.get(item.id).update();
    }
    sending.hidden = uploads.items.length === 0;
  }

  const watch = () => {
    rounds = 0;
    clearTimeout(timer);
    void look();
  };

  async function look() {
    try {
      show(await get(path));
      trouble.replaceChildren();
      rounds = files.some(isReading) ? 0 : rounds + 1;
    } catch {
      rounds++;
    }
    if (files.some(isReading) || (rounds > 0 && rounds < roundsAfter)) {
      clearTimeout(timer);
      timer = setTimeout(() => void look(), pauses[Math.min(rounds, pauses.length - 1)]);
    }
  }

  function show(list) {
    files = list;
    keyed(received, list, file => file.id, file => receivedRow(file));
    received.hidden = list.length === 0;
    none.hidden = editable || list.length > 0;
    for (const file of list.filter(one => !isReading(one) && !announced.has(one.id))) {
      if (announced.size > 0 || rounds > 0) {
        announce(`${file.name}: ${stateOf(file)} ${file.documents.flatMap(factsOf).join('; ')}`);
      }
      announced.add(file.id);
    }
    onlisted(list);
  }

  const receivedRow = file =>
    el(
      'li',
      { class: 'file' },
      el(
        'div',
        { class: 'row' },
        el('span', {}, el('a', { href: `${path}/${file.id}/content` }, file.name), el('span', { class: 'soft' }, ` ${bytes(file.size)}`)),
        editable ? el('button', { type: 'button', class: 'second small', 'aria-label': `Retirar ${file.name}`, onclick: event => void withdraw(file, event.target) }, 'Retirar') : null
      ),
      el('p', { class: 'soft' }, stateOf(file)),
      listOf('facts-read', file.documents.flatMap(factsOf).map(text => el('li', {}, text))),
      listOf('plain', (file.findings ?? []).map(finding => findingView(finding, base, watch, () => alike(finding, file.findings))))
    );

  async function withdraw(file, button) {
    button.disabled = true;
    try {
      await remove(`${path}/${file.id}`);
      announce(`${file.name}: retirado.`);
      section.querySelector('input').focus();
      watch();
    } catch (error) {
      button.disabled = false;
      trouble.replaceChildren(el('p', { class: 'box bad' }, `No se retiró ${file.name}. ${error.detail ?? 'No hay conexión.'}`));
    }
  }

  const section = el('section', { 'aria-labelledby': 'files' }, el('h2', { id: 'files' }, 'Archivos de evidencia'), editable ? dropZone(megabytes, found => uploads.add(found)) : null, trouble, sending, received, none);
  sending.hidden = true;
  return {
    element: section,
    start: list => {
      show(list);
      if (!editable || list.some(isReading)) {
        watch();
      }
      if (editable) {
        void uploads.restore();
      }
    },
    ids: () => files.map(file => file.id),
    count: () => files.length,
    unsent: () => uploads.unsent,
    kept: () => uploads.kept,
    watch,
  };
}

const listOf = (name, items) => (items.length > 0 ? el('ul', { class: name }, ...items) : null);

function dropZone(megabytes, take) {
  const input = el('input', { type: 'file', multiple: true, class: 'unseen', id: newId('files'), 'aria-describedby': 'files-hint' });
  input.addEventListener('change', () => {
    take([...input.files]);
    input.value = '';
  });
  const zone = el(
    'div',
    { class: 'drop' },
    input,
    el('label', { class: 'button second', for: input.id }, 'Elegir archivos'),
    el('p', { class: 'hint', id: 'files-hint' }, `También puede soltarlos aquí. PDF, Word, Excel, PowerPoint, imágenes, correos o ZIP, de hasta ${megabytes} MB cada uno.`)
  );
  for (const name of ['dragenter', 'dragover', 'dragleave', 'drop']) {
    zone.addEventListener(name, event => {
      event.preventDefault();
      zone.classList.toggle('over', name === 'dragenter' || name === 'dragover');
      if (name === 'drop') {
        take([...event.dataTransfer.files]);
      }
    });
  }
  // Beside the zone the browser would show the file in place of the page.
  for (const name of ['dragover', 'drop']) {
    addEventListener(name, event => event.dataTransfer?.types.includes('Files') && event.preventDefault());
  }
  return zone;
}

function uploadRow(item, uploads) {
  const bar = el('progress', { max: 1, 'aria-label': `Envío de ${item.name}` });
  const said = el('p', { class: 'soft' });
  const retry = el('button', { type: 'button', class: 'small', 'aria-label': `Reintentar ahora: ${item.name}`, onclick: () => uploads.retry(item) }, 'Reintentar ahora');
  const cancel = el('button', { type: 'button', class: 'second small', onclick: () => uploads.cancel(item) }, 'Cancelar');
  const element = el(
    'li',
    { class: 'file' },
    el('div', { class: 'row' }, el('span', {}, item.name, el('span', { class: 'soft' }, ` ${bytes(item.size)}`)), el('span', { class: 'row' }, retry, cancel)),
    bar,
    said
  );
  let before = '';
  const update = () => {
    bar.hidden = item.state === 'refused';
    bar.value = item.sent;
    retry.hidden = item.state !== 'lost' && !item.kept;
    cancel.textContent = item.state === 'refused' ? 'Quitar' : 'Cancelar';
    cancel.setAttribute('aria-label', `${cancel.textContent} ${item.name}`);
    element.classList.toggle('bad', item.state === 'refused');
    said.textContent = { waiting: 'En espera.', sending: `Enviando: ${Math.floor(item.sent * 100)} %.` }[item.state] ?? item.detail;
    if (item.state !== before && item.detail) {
      announce(`${item.name}: ${item.detail}`);
    }
    before = item.state;
  };
  return { element, update };
}
