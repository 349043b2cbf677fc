// The form of an achievement. What is typed stays on this device until the server has it.
import { el } from './dom.js';
import { get, put } from './api.js';
import * as drafts from './drafts.js';
import { conflict, recovered } from './edits.js';
import { field } from './fields.js';
import { day, moment, parseNumber } from './format.js';
import { clear, show as showErrors } from './problems.js';
import { repeated } from './repeated.js';

const mostFigures = 10;
const blankFigure = { label: '', number: '', unitOfMeasure: '' };

// A new one. Its id is made once, and kept with what is typed: sent twice, it is recorded once.
export const blank = () => ({ id: null, version: 0, theme: '', title: '', text: '', date: '', document: '', link: '', figures: [], women: null, men: null, total: null, activity: null, unit: null });

// close: takes the form away; oncancel: where the focus goes if nothing was saved.
export function editor(one, desk, close, oncancel = () => {}) {
  const key = drafts.keyOf(desk.owner, `logro-${one.id ?? 'nuevo'}`);
  const own = drafts.read(key);
  const id = one.id ?? own?.id ?? crypto.randomUUID();
  const start = own?.body ?? one;
  const { from, to, themes } = desk.list();
  const summary = el('div', { class: 'box bad', tabindex: '-1', role: 'alert', hidden: true });
  const clash = el('div', {});
  const save = el('button', {}, one.id ? 'Guardar los cambios' : 'Registrar el logro');
  const form = fields();
  let seen = own?.version ?? one.version;

  function fields() {
    const input = (value, properties = {}) => Object.assign(el('input', { type: 'text', autocomplete: 'off', ...properties }), { value: value ?? '' });
    const whole = name => input(start[name], { inputmode: 'numeric', class: 'number' });
    const former = one.theme && !themes.includes(one.theme) ? [one.theme] : [];
    return {
      theme: select([['', 'Elija un tema'], ...[...themes, ...former].map(theme => [theme, theme])], start.theme),
      title: input(start.title),
      text: Object.assign(el('textarea', { rows: 4 }), { value: start.text }),
      date: input(start.date, { type: 'date', min: from, max: to }),
      document: input(start.document),
      link: input(start.link, { inputmode: 'url', spellcheck: 'false' }),
      women: whole('women'),
      men: whole('men'),
      // With women and men the server adds them up; if that came back, changing one of them would make the sum wrong.
      total: own || one.women === null ? whole('total') : input(''),
      activity: select([['', 'Ninguna en particular'], ...desk.activities.map(({ number, title }) => [number, `${number}. ${title}`])], start.activity),
      unit: desk.units ? select([['', 'Ninguna en particular'], ...desk.units.map(({ code, name }) => [code, code === name ? code : `${code} · ${name}`])], start.unit) : null,
    };
  }

  const figures = repeated({
    label: 'Otras cifras',
    hint: `Por ejemplo «Talleres», 12, «taller». A lo más ${mostFigures}.`,
    addLabel: 'Agregar una cifra',
    most: mostFigures,
    blank: blankFigure,
    values: start.figures,
    make: figureFields,
    onchange: keep,
  });

  // As it is typed: what is no number is sent as it is, for the check to find.
  const read = () => ({
    ...Object.fromEntries(['theme', 'title', 'text', 'document', 'link'].map(name => [name, form[name].value])),
    date: form.date.value || null,
    figures: figures.read(),
    ...Object.fromEntries(['women', 'men', 'total'].map(name => [name, form[name].value.trim()])),
    activity: form.activity.value || null,
    ...(form.unit ? { unit: form.unit.value || null } : {}),
  });

  function keep() {
    drafts.write(key, { id, version: seen, body: read() });
  }

  function find(name) {
    const [, first, index, part] = /^(\w+)(?:\[(\d+)\])?(?:\.(\w+))?$/.exec(name ?? '') ?? [];
    return first === 'figures' ? figures.find(Number(index ?? 0), part) : (form[first] ?? null);
  }

  async function send() {
    clear(summary);
    clash.replaceChildren();
    const { body, errors } = numbers(read());
    if (errors.length > 0) {
      showErrors(errors, summary, find);
      return;
    }
    save.disabled = true;
    try {
      await put(`${desk.path}/${id}`, body, seen);
      drafts.forget(key);
      close();
      await desk.refresh();
      desk.said.done(one.id ? 'Los cambios quedaron guardados.' : 'El logro quedó registrado.');
    } catch (error) {
      if (error.status === 412 || error.code === 'achievement-id-used') {
        await settle(error);
      } else if (error.status === 422 || error.status === 400) {
        showErrors(error.errors.map(told), summary, find);
      } else {
        desk.said.fail(error);
      }
    } finally {
      save.disabled = false;
    }
  }

  // What is there now may be what this form sent before, if its answer was lost.
  async function settle(error) {
    let now;
    try {
      now = (await get(`${desk.path}/${id}`)).achievement;
    } catch {
      desk.said.fail(error);
      return;
    }
    const theirs = [el('p', {}, el('strong', {}, now.title), ` (${day(now.date)})`), now.text ? el('p', {}, now.text) : ''];
    const mine = () => {
      seen = now.version;
      keep();
      return send();
    };
    const leave = async () => {
      drafts.forget(key);
      close();
      await desk.refresh();
    };
    clash.replaceChildren(conflict(moment(now.at), theirs, mine, leave));
    clash.querySelector('button').focus();
  }

  function cancel() {
    drafts.forget(key);
    close();
    oncancel();
  }

  return el(
    'form',
    {
      class: 'achievement',
      novalidate: true,
      oninput: keep,
      onsubmit: event => {
        event.preventDefault();
        void send();
      },
    },
    el('h2', {}, one.id ? 'Cambiar el logro' : 'Registrar un logro'),
    own ? recovered() : null,
    clash,
    summary,
    field('Tema', '', form.theme),
    field('Logro', 'En pocas palabras. Ejemplo: Se aprobó la directiva contra el hostigamiento sexual.', form.title),
    field('Qué se logró', 'Si hace falta decir más. Sin nombres de personas.', form.text),
    field('Fecha', `Entre el ${day(from)} y el ${day(to)}.`, form.date),
    field('Documento', 'Como lo numera el SGD o la norma. Ejemplo: RM N° 123-2023-MIMP. Puede quedar vacío.', form.document),
    field('Enlace', 'Si el documento está publicado: la dirección completa, que empieza con https://.', form.link),
    el(
      'fieldset',
      { class: 'field' },
      el('legend', {}, 'Personas a las que llegó'),
      el('p', { class: 'hint' }, 'Si se contaron. Con mujeres y hombres, el total sale solo.'),
      field('Mujeres', '', form.women),
      field('Hombres', '', form.men),
      field('Total', '', form.total)
    ),
    figures.element,
    field('Actividad del plan', '', form.activity),
    form.unit ? field('Unidad', '', form.unit) : null,
    el('p', { class: 'buttons' }, save, el('button', { type: 'button', class: 'second', onclick: cancel }, 'Cancelar'))
  );
}

function select(options, value) {
  const control = el('select', {}, ...options.map(([key, label]) => el('option', { value: key }, label)));
  control.value = value ?? '';
  return control;
}

function figureFields(value) {
  const input = (text, properties = {}) => Object.assign(el('input', { type: 'text', autocomplete: 'off', ...properties }), { value: String(text) });
  const controls = { label: input(value.label), number: input(value.number, { inputmode: 'decimal', class: 'number' }), unitOfMeasure: input(value.unitOfMeasure) };
  return {
    control: controls.label,
    element: el('div', {}, field('Qué se cuenta', '', controls.label), field('Cantidad', '', controls.number), field('Unidad de medida', '', controls.unitOfMeasure)),
    read: () => Object.fromEntries(Object.entries(controls).map(([name, control]) => [name, control.value])),
    isEmpty: () => Object.values(controls).every(control => control.value.trim() === ''),
    name: number => `la cifra ${number}`,
    find: part => controls[part],
  };
}

// What is missing, by the server's name of its field; figures are counted from 1.
const missing = {
  theme: 'Elija un tema.',
  title: 'Escriba el logro en pocas palabras.',
  date: 'Escriba la fecha.',
  label: 'diga qué se cuenta.',
  unitOfMeasure: 'escriba la unidad de medida.',
};

function told(error) {
  const [, index, part] = /^figures\[(\d+)\]\.(\w+)$/.exec(error.field ?? '') ?? [];
  const detail = error.code === 'achievement-incomplete' ? (missing[part ?? error.field] ?? error.detail) : error.detail;
  return { ...error, detail: index === undefined ? detail : `Cifra ${Number(index) + 1}: ${detail}` };
}

// What was typed, with its numbers as such; and what of it is none.
function numbers(body) {
  const errors = [];
  const parse = (name, text, isWhole) => {
    const value = parseNumber(text);
    if (value === null || (isWhole && !Number.isInteger(value))) {
      errors.push(told({ field: name, detail: isWhole ? 'Escriba un número entero, por ejemplo 120, o déjelo vacío.' : 'escriba un número, por ejemplo 12 o 12.5.' }));
    }
    return value;
  };
  const people = Object.fromEntries(['women', 'men', 'total'].map(name => [name, body[name] === '' ? null : parse(name, body[name], true)]));
  const figures = body.figures.map((one, index) => ({ ...one, number: parse(`figures[${index}].number`, one.number, false) }));
  return { body: { ...body, ...people, figures }, errors };
}
