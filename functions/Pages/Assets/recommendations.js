// The recommendations of a period by unit: their order, and what the report leaves out.
import { $, announce, el } from './dom.js';
import { getVersioned, put } from './api.js';
import { count } from './format.js';
import { outcome } from './edits.js';
import { part } from './part.js';
import { newOne, recommendation } from './recommendation.js';

export function recommendations(overview) {
  const path = `/api/plans/${overview.plan}/periods/${overview.period.id}/recommendations`;
  const said = outcome();
  const mayWrite = overview.role === 'secretariat';
  // The forms that are open, by the recommendation: they stay while the others change.
  const editing = new Map();
  const desk = { overview, path, said, mayWrite, editing, refresh: () => whole.refresh(), move };
  const adding = newOne(desk);
  let all = [];
  let orderVersion = 0;

  async function load() {
    const { body } = await getVersioned(path);
    all = body.recommendations;
    orderVersion = body.orderVersion;
  }

  function show() {
    const groups = [...Map.groupBy(all, one => one.unit)];
    const kept = all.filter(one => !one.isDropped).length;
    return [
      el('p', {}, 'Se redactan solas con las cifras, las observaciones y las notas. Lo que usted cambie queda como lo dejó.'),
      said.element,
      mayWrite ? adding : '',
      el('p', { class: 'soft' }, all.length === 0 ? 'No hay nada que recomendar.' : `${count(kept, 'recomendación', 'recomendaciones')} en el informe.`),
      ...groups.map(([unit, some]) => group(unit, some)),
    ];
  }

  function group(unit, some) {
    const kept = some.filter(one => !one.isDropped);
    const dropped = some.filter(one => one.isDropped);
    const name = overview.units.find(one => one.code === unit)?.name;
    return el(
      'section',
      { 'aria-labelledby': `unit-${unit}` },
      el('h3', { id: `unit-${unit}` }, name && name !== unit ? `${unit} · ${name}` : unit),
      kept.length > 0 ? el('ol', { class: 'works' }, ...kept.map((one, index) => recommendation(one, desk, { first: index === 0, last: index === kept.length - 1 }))) : el('p', { class: 'soft' }, 'Ninguna en el informe.'),
      dropped.length > 0
        ? el(
            'details',
            {},
            el('summary', {}, `Fuera del informe (${dropped.length})`, el('span', { class: 'unseen' }, ` de ${unit}`)),
            el('ul', { class: 'works' }, ...dropped.map(one => recommendation(one, desk, null)))
          )
        : null
    );
  }

  // By one place within its unit; the button that was pressed keeps the focus, so that it can be pressed again.
  async function move(one, by) {
    const before = all.map(other => other.id);
    const group = all.filter(other => other.unit === one.unit && !other.isDropped).map(other => other.id);
    const index = group.indexOf(one.id);
    [group[index], group[index + by]] = [group[index + by], group[index]];
    const rest = [...group];
    const ids = before.map(id => (group.includes(id) ? rest.shift() : id));
    said.clear();
    try {
      await put(`${path}/order`, { ids }, orderVersion);
      await whole.refresh();
      const [pressed, other] = ['up', 'down'].map(name => $(`#${name}-${one.id}`)).toSorted(button => (button.id.startsWith(by < 0 ? 'up' : 'down') ? -1 : 1));
      (pressed.disabled ? other : pressed).focus();
      announce(`La recomendación pasó al lugar ${index + by + 1} de ${group.length}.`);
    } catch (error) {
      if (error.status !== 412) {
        said.fail(error);
        return;
      }
      await whole.refresh();
      said.show(el('p', { class: 'box warn', role: 'alert' }, 'Otra persona cambió el orden a la vez: abajo está como quedó. Si hace falta, muévala otra vez.'));
    }
  }

  const whole = part('recomendaciones', 'Recomendaciones', load, show);
  return whole;
}
