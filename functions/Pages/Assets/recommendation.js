// One recommendation: what it says, and editing, dropping, adding it.
import { $, el, newId } from './dom.js';
import { getVersioned, put, remove } from './api.js';
import { addressOf } from './desk.js';
import { byWhom, conflict, recovered, unsaved } from './edits.js';
import { field } from './fields.js';
import { clear, show as showErrors } from './problems.js';

const reasons = {
  sameDocument: 'Un documento para varias actividades',
  otherEvidenceType: 'Otro tipo de evidencia',
  numberMissing: 'Documento sin número',
  notQuantified: 'Sin cantidad',
  notExecuted: 'Sin ejecución',
  farBelowTarget: 'Muy por debajo de la meta',
  rescheduled: 'Reprogramada',
  evidenceMissing: 'Falta evidencia',
  noted: 'Nota de la evaluación',
  added: 'Agregada',
};

const isDraftOnly = one => one.version === 0 || (one.origin === 'drafted' && !one.isDropped);

// The body that leaves it as it is, but for the changes. The draft is the one that was seen: a later one is told of.
const bodyOf = (one, changes = {}) => ({
  text: one.text,
  unit: one.unit,
  activity: one.activity,
  document: one.document,
  isDropped: one.isDropped,
  ...(one.draft ? { draft: one.draft } : {}),
  ...changes,
});

const nameOf = one => (one.activity ? `la recomendación de la actividad ${one.activity}` : `la recomendación a ${one.unit}`);

// Changes one, says so, and offers to take it back. body: null gives the draft back, or removes what was added.
async function change(one, body, text, desk, isUndo = false) {
  const { said, path, editing, refresh } = desk;
  said.clear();
  const address = `${path}/${one.id}`;
  const answer = body ? await put(address, body, one.version) : await remove(address, one.version);
  editing.delete(one.id);
  await refresh();
  stand(said, one);
  // What is gone has a version as well, with which it can be brought back.
  const version = answer.body ? answer.version : one.version + 1;
  const back = isDraftOnly(one) ? null : bodyOf(one);
  const undo = () => attempt(() => change({ ...one, version }, back, 'Quedó como estaba antes.', desk, true), desk);
  said.done(text, isUndo ? null : undo);
}

// Where the message is seen: at the recommendation, or at its unit if that is folded away or gone.
function stand(said, one) {
  const item = $(`#recommendation-${one.id}`);
  if (item && !item.closest('details')) {
    item.prepend(said.element);
  } else {
    document.getElementById(`unit-${one.unit}`)?.after(said.element);
  }
}

async function attempt(what, { said, refresh }) {
  try {
    await what();
  } catch (error) {
    if (error.status !== 412) {
      said.fail(error);
      return;
    }
    await refresh();
    said.show(el('p', { class: 'box warn', role: 'alert' }, 'Otra persona la cambió a la vez: no se guardó lo suyo. Abajo está como quedó.'));
  }
}

// place: { first, last } within its unit; null for one that is dropped.
export function recommendation(one, desk, place) {
  const what = el('span', { class: 'unseen' }, ` ${nameOf(one)}`);
  const button = (label, action, id = null, disabled = false) =>
    el('button', { type: 'button', class: 'second small', id, disabled, onclick: () => void action() }, label, what.cloneNode(true));
  const act = (body, text) => attempt(() => change(one, body, text, desk), desk);
  const restore = () => act(one.origin === 'drafted' ? null : bodyOf(one, { isDropped: false }), 'Está otra vez en el informe.');
  const edit = () => {
    const close = async () => {
      desk.editing.delete(one.id);
      await desk.refresh();
      $(`#edit-${one.id}`)?.focus();
    };
    desk.editing.set(one.id, editor(one, desk, close));
    item.replaceChildren(desk.editing.get(one.id));
    item.querySelector('textarea').focus();
  };
  const back = one.origin === 'edited' && one.draft ? button('Volver al borrador', () => act(null, 'Tiene otra vez el texto del borrador.')) : null;
  const controls = place
    ? [
        button('Editar', edit, `edit-${one.id}`),
        button('Subir', () => desk.move(one, -1), `up-${one.id}`, place.first),
        button('Bajar', () => desk.move(one, 1), `down-${one.id}`, place.last),
        one.origin === 'added'
          ? button('Quitar', () => act(null, 'La recomendación se quitó.'))
          : button('Dejar fuera', () => act(bodyOf(one, { isDropped: true }), 'Quedó fuera del informe.')),
        back,
      ]
    : [button('Volver a incluir', restore)];
  const content = () => [
    el(
      'p',
      {},
      el('strong', {}, reasons[one.reason]),
      one.activity ? [' · ', el('a', { href: addressOf('/revision', { actividad: one.activity }) }, `Actividad ${one.activity}`)] : null,
      one.document ? ` · ${one.document}` : null,
      ...marks(one)
    ),
    el('p', { class: 'said' }, one.text),
    one.by ? el('p', { class: 'soft' }, `Cambiada: ${byWhom(one, desk.overview)}.`) : '',
    one.isOutdated ? outdated(one, desk.mayWrite ? act : null) : '',
    desk.mayWrite ? el('p', { class: 'buttons' }, ...controls) : '',
  ];
  const item = el('li', { class: 'work', id: `recommendation-${one.id}` }, ...(desk.editing.has(one.id) ? [desk.editing.get(one.id)] : content()));
  return item;
}

const marks = one =>
  [one.origin === 'edited' ? ['Editada', 'main'] : null, one.origin === 'added' ? ['Agregada', 'main'] : null, one.isOutdated ? ['El borrador cambió', 'warn'] : null]
    .filter(Boolean)
    .flatMap(([word, colour]) => [' ', el('span', { class: `state ${colour}` }, word)]);

// The draft has changed since somebody edited it: the new one stands beside.
const outdated = (one, act) =>
  el(
    'div',
    { class: 'box warn' },
    one.draft
      ? [el('p', {}, el('strong', {}, 'El borrador de ahora dice:')), el('p', { class: 'said' }, one.draft)]
      : el('p', {}, el('strong', {}, 'Ya no se redactaría: '), 'cambió lo que la motivó. Queda en el informe mientras no la quite.'),
    act
      ? el(
          'p',
          { class: 'buttons' },
          el('button', { type: 'button', class: 'second small', onclick: () => void act(null, one.draft ? 'Tiene el texto del borrador nuevo.' : 'La recomendación se quitó.') }, one.draft ? 'Usar el borrador nuevo' : 'Quitarla'),
          one.draft ? el('button', { type: 'button', class: 'second small', onclick: () => void act(bodyOf(one), 'Queda como usted la dejó.') }, 'Mantener lo editado') : null
        )
      : null
  );

// Also of a new one, which has version 0 and an id made here: sent twice, it is added once.
function editor(one, desk, close, onsaved = () => {}) {
  const { overview, path, said } = desk;
  const local = unsaved(overview, `recomendacion-${one.origin === 'added' && one.version === 0 ? 'nueva' : one.id}`);
  const own = local.read();
  const summary = el('div', { class: 'box bad', tabindex: '-1', role: 'alert', hidden: true });
  const clash = el('div', {});
  const text = el('textarea', { rows: 5 });
  const unit = choice(overview.units.map(({ code, name }) => [code, code === name ? code : `${code} · ${name}`]));
  const activity = choice([...(one.draft && one.activity ? [] : [['', 'Ninguna']]), ...overview.activities.map(({ number, title }) => [number, `${number}. ${title}`])]);
  const document_ = el('input', { type: 'text', autocomplete: 'off' });
  const controls = { text, unit, activity, document: document_ };
  for (const [name, control] of Object.entries(controls)) {
    control.value = own?.[name] ?? one[name] ?? '';
    control.addEventListener('input', () => local.write({ ...read(), version: seenFirst.version, draft: seenFirst.draft }));
  }
  const seenFirst = own ? { ...one, version: own.version, draft: own.draft ?? one.draft } : one;
  const save = el('button', {}, 'Guardar');
  const read = () => ({ text: text.value.trim(), unit: unit.value, activity: activity.value || null, document: document_.value.trim() });

  async function send(seen) {
    clear(summary);
    clash.replaceChildren();
    save.disabled = true;
    try {
      await change(seen, bodyOf(seenFirst, read()), seen.version === 0 && one.origin === 'added' ? 'La recomendación quedó agregada.' : 'La recomendación quedó guardada.', desk);
      local.forget();
      onsaved();
    } catch (error) {
      if (error.status === 412) {
        await settle();
      } else if (error.status === 422) {
        showErrors(error.errors, summary, name => controls[(name ?? '').split('[')[0]] ?? null);
      } else {
        said.fail(error);
      }
    } finally {
      save.disabled = false;
    }
  }

  async function settle() {
    const now = (await getVersioned(path)).body.recommendations.find(other => other.id === one.id);
    if (!now) {
      said.show(el('p', { class: 'box warn', role: 'alert' }, 'Otra persona la quitó mientras usted escribía. Copie su texto si lo necesita y agréguela otra vez.'));
      return;
    }
    clash.replaceChildren(
      conflict(
        now.by ? byWhom(now, overview) : '',
        [el('p', {}, now.text), now.isDropped ? el('p', {}, 'Además la dejó fuera del informe.') : ''],
        () => send(now),
        cancel
      )
    );
    clash.querySelector('button').focus();
  }

  return el(
    'form',
    {
      novalidate: true,
      onsubmit: event => {
        event.preventDefault();
        void send(seenFirst);
      },
    },
    own ? recovered() : null,
    clash,
    summary,
    field('Texto', 'Entre 10 y 4,000 letras. Nombre la actividad y el documento.', text),
    field('Unidad', '', unit),
    field('Actividad', '', activity),
    field('Documento', 'Puede quedar vacío.', document_),
    el('p', { class: 'buttons' }, save, el('button', { type: 'button', class: 'second', onclick: cancel }, 'Cancelar'))
  );

  function cancel() {
    local.forget();
    return close();
  }
}

const choice = options => el('select', { id: newId('choice') }, ...options.map(([key, label]) => el('option', { value: key }, label)));

export function newOne(desk) {
  const place = el('div', {});
  const button = el('button', { type: 'button', class: 'second', onclick: open }, 'Agregar una recomendación');

  function open() {
    const one = { id: `a-${crypto.randomUUID()}`, version: 0, text: '', unit: desk.overview.units[0]?.code, activity: null, document: '', draft: '', origin: 'added', isDropped: false };
    const close = () => {
      place.replaceChildren();
      button.hidden = false;
    };
    const cancel = () => {
      close();
      button.focus();
    };
    button.hidden = true;
    place.replaceChildren(el('div', { class: 'work' }, editor(one, desk, cancel, close)));
    place.querySelector('textarea').focus();
  }

  return el('div', {}, el('p', { class: 'buttons' }, button), place);
}
