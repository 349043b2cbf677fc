// The figures of earlier years, from their documents: to stand beside those that Avance compiled.
import { $, el } from './dom.js';
import { get, put, remove } from './api.js';
import { figure, parseNumber, percent } from './format.js';
import { table } from './desk.js';
import { byWhom, conflict, outcome } from './edits.js';
import { field } from './fields.js';
import { part } from './part.js';
import { clear, show as showErrors } from './problems.js';

export function years(overview) {
  const path = `/api/plans/${overview.plan}/history`;
  const said = outcome();
  const mayWrite = overview.role === 'secretariat';
  const place = el('div', {});
  let all = [];

  const load = async () => (all = await get(path));

  const show = () => [
    el('p', {}, 'Las cifras de los años que no se informaron en Avance se copian de su documento, y el informe dice que vienen de él.'),
    said.element,
    all.length === 0 ? el('p', {}, 'Todavía no hay ninguno.') : list(),
    mayWrite ? el('p', { class: 'buttons' }, el('button', { type: 'button', class: 'second', id: 'add-year', onclick: () => open(null) }, 'Agregar un año')) : '',
    place,
  ];

  const list = () =>
    table(
      'Años anteriores',
      ['Año', 'Plan', 'Programadas', 'Ejecutadas al 100 %', 'Nivel', 'Documento', ...(mayWrite ? ['Cambiar'] : [])],
      all.map(one => [
        String(one.year),
        one.plan,
        figure(one.programmed),
        figure(one.fullyExecuted),
        one.programmed > 0 ? percent((one.fullyExecuted * 100) / one.programmed) : 'Sin dato',
        [one.source, el('p', { class: 'soft' }, `${byWhom(one, overview)}. ${details(one)}`)],
        ...(mayWrite ? [el('p', { class: 'buttons' }, button('Corregir', one, () => open(one)), button('Quitar', one, () => attempt(() => change(one, null, `El año ${one.year} se quitó.`))))] : []),
      ])
    );

  const details = one => `Con cifras de ${one.units.length === 1 ? '1 unidad' : `${one.units.length} unidades`} y ${one.activities.length === 1 ? '1 actividad' : `${one.activities.length} actividades`}.`;

  const button = (label, one, action) => el('button', { type: 'button', class: 'second small', onclick: () => void action() }, label, el('span', { class: 'unseen' }, ` el año ${one.year}`));

  // body: null deletes it. What was deleted begins again at its first version.
  async function change(one, body, done, mayUndo = true) {
    said.clear();
    const address = `${path}/${one.year}`;
    const before = all.find(other => other.year === one.year);
    const { version } = body ? await put(address, body, one.version) : await remove(address, one.version);
    place.replaceChildren();
    await whole.refresh();
    const undo = () => attempt(() => change({ year: one.year, version: body ? version : 0 }, before ? bodyOf(before) : null, 'Quedó como estaba antes.', false));
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
      said.show(el('p', { class: 'box warn', role: 'alert' }, 'Otra persona cambió este año a la vez: arriba están las cifras como quedaron.'));
    }
  }

  function open(one) {
    said.clear();
    place.replaceChildren(form(one));
    place.querySelector('input').focus();
  }

  function form(one) {
    const summary = el('div', { class: 'box bad', tabindex: '-1', role: 'alert', hidden: true });
    const clash = el('div', {});
    const input = (value, properties = {}) => Object.assign(el('input', { type: 'text', autocomplete: 'off', ...properties }), { value });
    const controls = {
      year: input(String(one?.year ?? ''), { inputmode: 'numeric', class: 'number', readonly: Boolean(one) }),
      plan: input(one?.plan ?? ''),
      source: input(one?.source ?? ''),
      programmed: input(String(one?.programmed ?? ''), { inputmode: 'numeric', class: 'number' }),
      fullyExecuted: input(String(one?.fullyExecuted ?? ''), { inputmode: 'numeric', class: 'number' }),
      units: linesOf(one?.units ?? [], unit => `${unit.unit};${unit.compliance}`),
      activities: linesOf(one?.activities ?? [], activity => `${activity.activity};${activity.percent}`),
    };
    const save = el('button', {}, 'Guardar el año');
    const find = name => controls[/^\w+/.exec(name ?? '')?.[0]] ?? null;

    async function send(seen) {
      clear(summary);
      clash.replaceChildren();
      const { body, errors } = read(controls);
      if (errors.length > 0) {
        showErrors(errors, summary, find);
        return;
      }
      save.disabled = true;
      const year = Number(controls.year.value.trim());
      try {
        await change({ year, version: seen }, body, `El año ${year} quedó guardado.`);
      } catch (error) {
        if (error.status === 412) {
          await settle(year);
        } else if (error.status === 422) {
          showErrors(error.errors.map(lineOf), summary, find);
        } else {
          said.fail(error);
        }
      } finally {
        save.disabled = false;
      }
    }

    async function settle(year) {
      const now = (await load()).find(other => other.year === year);
      const theirs = now ? `${now.plan}: ${now.fullyExecuted} de ${now.programmed}. ${now.source}` : null;
      clash.replaceChildren(conflict(now ? byWhom(now, overview) : '', theirs, () => send(now?.version ?? 0), () => {
        place.replaceChildren();
        return whole.refresh();
      }));
      clash.querySelector('button').focus();
    }

    return el(
      'form',
      {
        class: 'amendment',
        novalidate: true,
        onsubmit: event => {
          event.preventDefault();
          void send(one?.version ?? 0);
        },
      },
      el('h3', {}, one ? `Corregir el año ${one.year}` : 'Agregar un año'),
      clash,
      summary,
      field('Año', '', controls.year),
      field('Plan de ese año', 'Por ejemplo «Plan Sectorial de Igualdad de Género 2020-2021».', controls.plan),
      field('Documento del que vienen las cifras', 'Por ejemplo «INFORME N° D000012-2023-MIMP-OGPPM».', controls.source),
      field('Actividades programadas', '', controls.programmed),
      field('De ellas, ejecutadas al 100 %', '', controls.fullyExecuted),
      field('Cumplimiento por unidad', 'Si lo tiene, una unidad por línea: OGRH;92.5', controls.units),
      field('Porcentaje por actividad', 'Si lo tiene, una actividad por línea: 34;123', controls.activities),
      el('p', { class: 'buttons' }, save, el('button', { type: 'button', class: 'second', onclick: cancel }, 'Cancelar'))
    );
  }

  function cancel() {
    place.replaceChildren();
    $('#add-year').focus();
  }

  const whole = part('anteriores', 'Años anteriores', load, show);
  return whole;
}

const bodyOf = ({ plan, source, programmed, fullyExecuted, units, activities }) => ({ plan, source, programmed, fullyExecuted, units, activities });

const linesOf = (items, text) => Object.assign(el('textarea', { rows: 4, spellcheck: 'false' }), { value: items.map(text).join('\n') });

// What the fields say, and what of it cannot be sent.
function read(controls) {
  const errors = [];
  const number = (name, text, detail) => {
    const value = parseNumber(text.trim());
    if (value === null) {
      errors.push({ field: name, detail });
    }
    return value;
  };
  // As copied from a spreadsheet as well: with tabs.
  const pairs = (name, make) =>
    controls[name].value
      .split('\n')
      .map(line => line.trim())
      .filter(Boolean)
      .map((line, index) => {
        const [key, value] = line.split(/\s*[;\t]\s*/);
        return make(key, number(name, value ?? '', `Línea ${index + 1}: se espera un nombre, punto y coma y un número, y dice «${line}».`));
      });
  number('year', controls.year.value, 'El año es un número, por ejemplo 2022.');
  const body = {
    plan: controls.plan.value.trim(),
    source: controls.source.value.trim(),
    programmed: number('programmed', controls.programmed.value, 'Escriba cuántas actividades se programaron.'),
    fullyExecuted: number('fullyExecuted', controls.fullyExecuted.value, 'Escriba cuántas se ejecutaron al 100 %.'),
    units: pairs('units', (unit, compliance) => ({ unit, compliance })),
    activities: pairs('activities', (activity, share) => ({ activity, percent: share })),
  };
  return { body, errors };
}

// The server counts from 0.
const lineOf = error => {
  const index = /\[(\d+)\]/.exec(error.field ?? '')?.[1];
  return index === undefined ? error : { ...error, detail: `Línea ${Number(index) + 1}: ${error.detail}` };
};
