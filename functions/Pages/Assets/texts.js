// The texts of a report: each drafted with the figures in it, or as the secretariat has edited it.
import { $, el } from './dom.js';
import { get, put, remove } from './api.js';
import { byWhom, conflict, outcome, recovered, unsaved } from './edits.js';
import { field } from './fields.js';
import { part } from './part.js';
import { clear, show as showErrors } from './problems.js';

export function texts(overview) {
  const path = `/api/plans/${overview.plan}/reports/${overview.period.id}/texts`;
  const said = outcome();
  const mayWrite = overview.role === 'secretariat';
  const opened = new Set();
  // The forms that are open, by the text: they stay while the others change.
  const editing = new Map();

  const load = () => get(path);

  const show = all => [
    el('p', {}, 'Cada texto se redacta con las cifras del informe. Lo que usted edite queda, y las cifras que cambien se le avisan.'),
    said.element,
    ...all.map(one => item(one)),
  ];

  function item(one) {
    const place = el('div', {}, ...(editing.has(one.section) ? [editing.get(one.section)] : content()));
    return el(
      'details',
      {
        class: 'work text',
        id: idOf(one),
        open: opened.has(one.section),
        ontoggle: event => opened[event.target.open ? 'add' : 'delete'](one.section),
      },
      el('summary', {}, one.title, ' ', ...marks(one)),
      place
    );

    function content() {
      return [
        one.figuresChanged ? changed(one, mayWrite ? () => attempt(() => change(one, one.text, 'El texto quedó confirmado con las cifras de ahora.', false)) : null) : '',
        el('div', { class: 'said' }, one.text),
        one.by ? el('p', { class: 'soft' }, `${one.isEdited ? 'Editado' : 'Devuelto al borrador'}: ${byWhom(one, overview)}.`) : '',
        one.isEdited ? el('details', {}, el('summary', {}, 'Ver el borrador', of(one)), el('div', { class: 'said soft' }, one.draft)) : '',
        mayWrite
          ? el(
              'p',
              { class: 'buttons' },
              el('button', { type: 'button', class: 'second small', onclick: edit }, 'Editar', of(one)),
              one.isEdited
                ? el('button', { type: 'button', class: 'second small', onclick: () => void attempt(() => change(one, null, 'Tiene otra vez el texto del borrador.')) }, 'Volver al borrador', of(one))
                : null
            )
          : '',
      ];
    }

    function edit() {
      const close = async () => {
        editing.delete(one.section);
        await whole.refresh();
        document.getElementById(idOf(one)).querySelector('summary').focus();
      };
      editing.set(one.section, editor(one, close));
      place.replaceChildren(editing.get(one.section));
      place.querySelector('textarea').focus();
    }
  }

  // text: null gives the draft back. The draft that was seen goes along: figures that change meanwhile are told of.
  async function change(one, text, done, mayUndo = true) {
    said.clear();
    const address = `${path}/${encodeURIComponent(one.section)}`;
    const { version } = text === null ? await remove(address, one.version) : await put(address, { text, draft: one.draft }, one.version);
    opened.add(one.section);
    editing.delete(one.section);
    await whole.refresh();
    $(`#${CSS.escape(idOf(one))} > div`)?.prepend(said.element);
    const undo = () => attempt(() => change({ ...one, version, draft: one.base || one.draft }, one.isEdited ? one.text : null, 'Quedó como estaba antes.', false));
    said.done(done, mayUndo ? undo : null);
  }

  async function attempt(what) {
    try {
      await what();
    } catch (error) {
      if (error.status !== 412) {
        said.fail(error);
        return;
      }
      await whole.refresh();
      said.show(el('p', { class: 'box warn', role: 'alert' }, 'Otra persona cambió este texto a la vez: no se guardó lo suyo. Abajo está como quedó.'));
    }
  }

  function editor(one, close) {
    const local = unsaved(overview, `texto-${one.section}`);
    const own = local.read();
    const first = own ? { ...one, version: own.version, draft: own.draft } : one;
    const summary = el('div', { class: 'box bad', tabindex: '-1', role: 'alert', hidden: true });
    const clash = el('div', {});
    const text = el('textarea', { rows: 14, oninput: () => local.write({ text: text.value, version: first.version, draft: first.draft }) });
    const save = el('button', {}, 'Guardar el texto');
    text.value = own?.text ?? one.text;

    async function send(seen) {
      clear(summary);
      clash.replaceChildren();
      save.disabled = true;
      try {
        await change(seen, text.value.trim(), 'El texto quedó guardado.');
        local.forget();
      } catch (error) {
        if (error.status === 412) {
          await settle();
        } else if (error.status === 422) {
          showErrors(error.errors, summary, () => text);
        } else {
          said.fail(error);
        }
      } finally {
        save.disabled = false;
      }
    }

    async function settle() {
      const now = (await load()).find(other => other.section === one.section);
      clash.replaceChildren(conflict(now.by ? byWhom(now, overview) : '', now.text, () => send({ ...now, draft: first.draft }), cancel));
      clash.querySelector('button').focus();
    }

    function cancel() {
      local.forget();
      return close();
    }

    return el(
      'form',
      {
        novalidate: true,
        onsubmit: event => {
          event.preventDefault();
          void send(first);
        },
      },
      own ? recovered() : null,
      clash,
      summary,
      field(one.title, 'Separe los párrafos con una línea en blanco.', text),
      el('p', { class: 'buttons' }, save, el('button', { type: 'button', class: 'second', onclick: () => void cancel() }, 'Cancelar'))
    );
  }

  const whole = part('textos', 'Textos del informe', load, show);
  return whole;
}

const idOf = one => `text-${one.section}`;

const of = one => el('span', { class: 'unseen' }, `: ${one.title}`);

const marks = one => [
  el('span', { class: `state ${one.isEdited ? 'main' : ''}` }, one.isEdited ? 'Editado' : 'Borrador'),
  one.figuresChanged ? [' ', el('span', { class: 'state warn' }, 'Cifras cambiadas')] : '',
].flat();

// What has changed in the figures since it was edited.
const changed = (one, onconfirm) =>
  el(
    'div',
    { class: 'box warn' },
    el('p', {}, el('strong', {}, 'Las cifras cambiaron desde que se editó este texto.')),
    el(
      'ul',
      {},
      ...one.changes.map(change =>
        el(
          'li',
          {},
          change.before ? el('span', { class: 'before' }, el('span', { class: 'unseen' }, 'Antes: '), change.before) : 'Nuevo',
          ' → ',
          change.after ? el('strong', {}, change.after) : 'ya no está',
          el('span', { class: 'soft' }, change.isMerged ? ' (ya está en el texto)' : ' (no entró: usted cambió ese lugar; corríjalo si hace falta)')
        )
      )
    ),
    onconfirm ? el('p', {}, el('button', { type: 'button', class: 'second small', onclick: () => void onconfirm() }, 'El texto está bien así', of(one))) : null
  );
