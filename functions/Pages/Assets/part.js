// A part of a page that loads by itself: with its heading, while it loads, and where that fails.
import { el } from './dom.js';
import { failure } from './problems.js';

// load() resolves to what show(what) makes elements of. refresh() loads again, and says nothing of it while it does.
export function part(id, title, load, show) {
  const place = el('div', { 'aria-busy': 'true' }, el('p', { class: 'soft' }, 'Cargando…'));
  const element = el('section', { class: 'part', 'aria-labelledby': id }, el('h2', { id, tabindex: '-1' }, title), place);

  async function refresh() {
    try {
      place.replaceChildren(...[show(await load())].flat());
    } catch (error) {
      place.replaceChildren(error.code === 'report-unknown' ? el('p', { class: 'box info' }, noReport) : failure(error, () => void refresh()));
    } finally {
      place.removeAttribute('aria-busy');
    }
  }

  return { id, title, element, refresh };
}

const noReport = 'Todavía no hay un informe compilado de este periodo: compílelo en «Estado del informe».';
