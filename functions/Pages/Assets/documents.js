// The documents that are made of a report, in the background; its template; the evidence as one file.
import { announce, el, newId } from './dom.js';
import { get, post } from './api.js';
import { bytes, semester } from './format.js';
import { addressOf } from './desk.js';
import { byWhom, outcome } from './edits.js';
import { field } from './fields.js';
import { part } from './part.js';
import { templateForm } from './template.js';

const formats = { word: 'Informe en Word', excel: 'Cuadros en Excel', csv: 'Cuadros en CSV (ZIP)' };

const isUnderWay = one => one.state === 'queued' || one.state === 'running';

export function documents(overview) {
  const { plan, period } = overview;
  const path = `/api/plans/${plan}/reports/${period.id}/exports`;
  const mayMake = overview.role === 'secretariat';
  const scopes = { semester: semester(period.id), year: `año ${period.id.slice(0, 4)}` };
  const said = outcome();
  const rows = new Map();
  const list = el('ul', { class: 'works' });
  const none = el('p', {}, 'Todavía no se ha hecho ninguno.');
  const template = templateForm(overview);
  let looking = false;

  const load = async () => (await Promise.all([get(path), template.load()]))[0];

  function show(all) {
    put(all);
    void follow(all);
    return [
      el(
        'p',
        {},
        'Leer e imprimir en el navegador: ',
        el('a', { href: addressOf('/informes/lectura') }, scopes.semester),
        ', ',
        el('a', { href: addressOf('/informes/lectura', { alcance: 'anual' }) }, scopes.year),
        '.'
      ),
      mayMake ? request() : '',
      said.element,
      el('h3', {}, 'Documentos hechos'),
      none,
      list,
      el('h3', {}, 'Plantilla de Word'),
      template.element,
      el('h3', {}, 'Evidencia'),
      evidence(),
    ];
  }

  function request() {
    const format = el('select', { id: newId('format') }, ...Object.entries(formats).map(([value, label]) => el('option', { value }, label)));
    const scope = el('select', { id: newId('scope') }, ...Object.entries(scopes).map(([value, label]) => el('option', { value }, label)));
    const button = el('button', {}, 'Hacer el documento');
    const send = async event => {
      event.preventDefault();
      button.disabled = true;
      await make({ format: format.value, scope: scope.value });
      button.disabled = false;
    };
    return el('form', { onsubmit: event => void send(event) }, el('div', { class: 'filters' }, field('Documento', '', format), field('De', '', scope), button));
  }

  async function make(what) {
    said.clear();
    try {
      await post(path, what);
      const all = await get(path);
      put(all);
      announce('Se pidió el documento. Puede seguir trabajando: se avisa cuando esté listo.');
      void follow(all);
    } catch (error) {
      said.fail(error);
    }
  }

  // Only what has changed is made anew: the focus may be on a link of the list.
  function put(all) {
    none.hidden = all.length > 0;
    for (const one of all) {
      const before = rows.get(one.id);
      if (before?.text !== JSON.stringify(one)) {
        rows.set(one.id, { text: JSON.stringify(one), element: row(one) });
        before?.element.remove();
      }
    }
    const elements = all.map(one => rows.get(one.id).element);
    elements.forEach((element, index) => list.children[index] === element || list.insertBefore(element, list.children[index] ?? null));
  }

  // Asks again while one is under way: soon at first, then less often.
  async function follow(all) {
    if (looking) {
      return;
    }
    looking = true;
    let known = all;
    for (let wait = 1_000; known.some(isUnderWay); wait = Math.min(wait * 1.5, 15_000)) {
      await new Promise(resolve => setTimeout(resolve, wait));
      try {
        const now = await get(path);
        const ended = now.filter(one => !isUnderWay(one) && known.some(other => other.id === one.id && isUnderWay(other)));
        put(now);
        ended.forEach(one => announce(one.state === 'done' ? `${formats[one.format]}: listo para descargar.` : `${formats[one.format]}: no se pudo hacer.`));
        known = now;
      } catch (error) {
        if (error.status) {
          said.fail(error);
          break;
        }
        // The connection is lost: the page says so, and this goes on.
      }
    }
    looking = false;
  }

  function row(one) {
    const name = `${formats[one.format]}, ${scopes[one.scope]}`;
    const label = newId('progress');
    return el(
      'li',
      { class: 'work' },
      el('p', {}, el('strong', { id: label }, name), ' ', el('span', { class: `state ${states[one.state][1]}` }, states[one.state][0])),
      el('p', { class: 'soft' }, `Pedido: ${byWhom(one, overview)}.`),
      isUnderWay(one) ? el('p', {}, el('progress', { max: 100, value: one.progress, 'aria-labelledby': label }), ` ${one.progress} % · ${one.step}`) : null,
      one.state === 'done'
        ? el('p', {}, el('a', { href: `${path}/${one.id}/file`, download: one.fileName }, `Descargar ${one.fileName}`), el('span', { class: 'soft' }, ` · ${bytes(one.size)}`))
        : null,
      one.state === 'failed'
        ? el(
            'div',
            { class: 'box bad' },
            el('p', {}, one.failedBecause),
            mayMake
              ? el('p', {}, el('button', { type: 'button', class: 'second small', onclick: () => void make({ format: one.format, scope: one.scope }) }, 'Pedirlo otra vez', el('span', { class: 'unseen' }, `: ${name}`)))
              : null
          )
        : null
    );
  }

  function evidence() {
    const address = `/api/plans/${plan}/periods/${period.id}/evidence-archive`;
    const link = el('a', { class: 'button second', download: '' }, 'Descargar la evidencia (ZIP)');
    const unit = el(
      'select',
      { id: newId('unit'), onchange: () => (link.href = unit.value ? `${address}?${new URLSearchParams({ unit: unit.value })}` : address) },
      el('option', { value: '' }, 'Todo el plan'),
      ...overview.units.map(({ code, name }) => el('option', { value: code }, code === name ? code : `${code} · ${name}`))
    );
    link.href = address;
    return el('div', {}, el('p', {}, 'Todos los archivos, en carpetas por actividad, con un índice y sus huellas.'), el('div', { class: 'filters' }, field('De', '', unit), el('p', {}, link)));
  }

  return part('documentos', 'Documentos', load, show);
}

// [word, colour]
const states = { queued: ['En cola', 'main'], running: ['Haciéndose', 'main'], done: ['Listo', 'good'], failed: ['No se pudo hacer', 'bad'] };
