// How the report of a period stands: when it was compiled, what each run changed, and compiling it now.
import { $, announce, el } from './dom.js';
import { get, post } from './api.js';
import { moment } from './format.js';
import { addressOf, atPlan } from './desk.js';
import { outcome } from './edits.js';
import { field } from './fields.js';
import { part } from './part.js';
import { failure } from './problems.js';

const none = error => {
  if (error.code !== 'report-unknown') {
    throw error;
  }
  return null;
};

// oncompiled: called once a run that was asked for here has ended.
export function runs({ plan, period, role }, oncompiled) {
  const base = `/api/plans/${plan}/reports`;
  const path = `${base}/${period.id}/runs`;
  const said = outcome();
  const when = instant => moment(atPlan(instant, period.opens));

  const load = async () => {
    const [compilation, list] = await Promise.all([get(base).catch(none), get(path).catch(none)]);
    return { compilation, list: list ?? [] };
  };

  function show({ compilation, list }) {
    const button = el('button', { type: 'button', class: 'second', onclick: () => void compile(button, compilation) }, 'Compilar los informes ahora');
    return [
      compilation ? stateOf(compilation) : el('p', {}, 'Todavía no se ha compilado ninguno.'),
      said.element,
      role === 'secretariat' ? el('p', { class: 'buttons' }, button) : '',
      list.length > 0
        ? el(
            'p',
            {},
            el('a', { href: addressOf('/informes/lectura') }, 'Leer e imprimir el informe'),
            ' · ',
            el('a', { href: `${base}/${period.id}`, download: `informe-${plan}-${period.id}.json` }, 'Descargar el informe consolidado (JSON)')
          )
        : '',
      list.length > 0 ? comparison(list) : '',
    ];
  }

  function stateOf(run) {
    if (run.failedAt) {
      return el(
        'p',
        { class: 'box warn' },
        el('strong', {}, `La compilación falló: ${when(run.failedAt)}. `),
        role === 'secretariat'
          ? 'Vuelva a pedirla con el botón; si falla otra vez, avise a quien administra Avance. '
          : 'La Secretaría Técnica puede volver a pedirla. ',
        'Mientras tanto, el informe que se descarga puede estar incompleto o no ser el último.'
      );
    }
    return el('p', {}, run.running ? 'Se está compilando.' : `Última compilación: ${when(run.startedAt)}.`);
  }

  async function compile(button, before) {
    button.disabled = true;
    said.clear();
    try {
      await post(base, {});
      said.done('Se pidió la compilación: estará lista en unos minutos.');
      await ended(before);
    } catch (error) {
      said.fail(error);
    } finally {
      button.disabled = false;
    }
  }

  // Looks less and less often; after some minutes no more, since the page may stay open for a day.
  async function ended(before) {
    for (let wait = 1_000; wait < 60_000; wait *= 1.5) {
      await new Promise(resolve => setTimeout(resolve, wait));
      const now = await get(base).catch(none);
      if (now && !now.running && (now.runId !== before?.runId || now.failedAt !== before.failedAt)) {
        const hadFocus = said.element.contains(document.activeElement);
        said.clear();
        await Promise.all([whole.refresh(), oncompiled()]);
        if (hadFocus) {
          $('#estado').focus({ preventScroll: true });
        }
        announce(now.failedAt ? 'La compilación falló.' : 'Los informes están compilados.');
        return;
      }
    }
  }

  // What a run changed against another one; at first against the one before.
  function comparison(list) {
    const option = run => el('option', { value: run.runId }, `${when(run.at)}${run.isCurrent ? ' (vigente)' : ''}`);
    const later = el('select', { id: 'run', onchange: () => void compare() }, ...list.map(option));
    const earlier = el('select', { id: 'since', onchange: () => void compare() }, el('option', { value: '' }, 'La anterior'), ...list.map(option));
    const place = el('div', { 'aria-live': 'polite' });

    async function compare() {
      const query = earlier.value ? `?${new URLSearchParams({ since: earlier.value })}` : '';
      try {
        const { since, changes } = await get(`${path}/${encodeURIComponent(later.value)}/changes${query}`);
        place.replaceChildren(
          since === null
            ? el('p', {}, 'Es la primera compilación: no hay otra con la cual compararla.')
            : changes.length === 0
              ? el('p', {}, `Desde la del ${when(since.at)} no cambió ninguna cifra.`)
              : el('div', {}, el('p', {}, `Cambió desde la del ${when(since.at)}:`), el('ul', {}, ...changes.map(text => el('li', {}, text))))
        );
      } catch (error) {
        place.replaceChildren(failure(error, () => void compare()));
      }
    }

    void compare();
    return el(
      'div',
      {},
      el('h3', {}, 'Qué cambió entre dos compilaciones'),
      el('div', { class: 'filters' }, field('Compilación', '', later), field('Comparada con', '', earlier)),
      place
    );
  }

  const whole = part('estado', 'Estado del informe', load, show);
  return whole;
}
