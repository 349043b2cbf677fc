// The consolidated report of a period: when it was compiled, and compiling it now.
import { announce, el } from './dom.js';
import { get, post } from './api.js';
import { moment } from './format.js';
import { atPlan } from './desk.js';
import { failure } from './problems.js';

export function reports({ plan, period, role }) {
  const path = `/api/plans/${plan}/reports`;
  const place = el('div', {}, el('p', { class: 'soft' }, 'Cargando…'));

  async function show() {
    try {
      const run = await get(path);
      place.replaceChildren(
        stateOf(run),
        el('p', {}, el('a', { href: `${path}/${period.id}`, download: `informe-${plan}-${period.id}.json` }, 'Descargar el informe consolidado (JSON)'))
      );
    } catch (error) {
      place.replaceChildren(error.code === 'report-unknown' ? el('p', {}, 'Todavía no se ha compilado ninguno.') : failure(error, () => void show()));
    }
  }

  const when = instant => moment(atPlan(instant, period.opens));

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

  async function compile() {
    button.disabled = true;
    try {
      await post(path, {});
      said.textContent = 'Se pidió la compilación: estará lista en unos minutos.';
      announce(said.textContent);
    } catch (error) {
      said.replaceChildren(failure(error));
    } finally {
      button.disabled = false;
    }
  }

  const button = el('button', { type: 'button', class: 'second', onclick: () => void compile() }, 'Compilar los informes ahora');
  const said = el('div', {});
  void show();
  return el('div', {}, place, role === 'secretariat' ? button : null, said);
}
