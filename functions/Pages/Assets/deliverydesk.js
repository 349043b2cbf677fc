// The products of a work plan on the desk, by body: bodies are not ranked, since they owe different things.
import { el, newId } from './dom.js';
import { addressOf } from './desk.js';
import { percent } from './format.js';

const made = deliveries => deliveries.filter(delivery => delivery.delivered).length;

const share = deliveries => `${made(deliveries)} de ${deliveries.length}`;

export function deliveryTile({ products }) {
  const due = products.flatMap(product => product.deliveries);
  const late = due.filter(delivery => delivery.delivered && delivery.late).length;
  return [
    'Entregas',
    share(due),
    due.length === 0 ? 'En el periodo no se debe ninguna' : `${percent((made(due) / due.length) * 100)} de lo que se debe en el periodo`,
    ...(late > 0 ? [`${late} fuera de plazo`] : []),
  ];
}

// The bodies and products of the activities that the filters leave; of these, all that is owed.
export function deliveriesOf({ products }, units, left) {
  const shown = new Set(left.map(activity => activity.number));
  const isShown = delivery => shown.has(delivery.activity);
  const columns = products.filter(product => product.deliveries.some(isShown));
  if (columns.length === 0) {
    return [el('p', { class: 'box info' }, shown.size === 0 ? 'Ninguna actividad cumple con los filtros.' : 'En el periodo no se debe ninguna entrega de estas actividades.')];
  }
  const codes = new Set(columns.flatMap(product => product.deliveries.filter(isShown)).map(delivery => delivery.unit));
  const rows = units.filter(unit => codes.has(unit.code));
  const of = (product, unit) => product.deliveries.find(delivery => delivery.unit === unit.code);
  const owed = rows.map(unit => columns.map(product => of(product, unit)));
  const id = newId('deliveries');
  return [
    el(
      'div',
      { class: 'matrix', role: 'region', tabindex: '0', 'aria-labelledby': id },
      el(
        'table',
        {},
        el('caption', { id }, 'Entregas del periodo por entidad y producto'),
        el('thead', {}, el('tr', {}, head('col', 'Entidad'), ...columns.map(({ number, title }) => head('col', el('strong', {}, `N° ${number}`), ` ${title}`)), head('col', 'Total'))),
        el(
          'tbody',
          {},
          ...rows.map((unit, at) =>
            el('tr', {}, head('row', el('span', { title: unit.name }, unit.code)), ...owed[at].map((delivery, index) => el('td', {}, cell(delivery, columns[index]))), el('td', {}, share(owed[at].filter(Boolean))))
          )
        ),
        el(
          'tfoot',
          {},
          el(
            'tr',
            {},
            head('row', 'Total'),
            ...columns.map((_, index) => el('td', {}, share(owed.map(row => row[index]).filter(Boolean)))),
            el('td', {}, share(owed.flat().filter(Boolean)))
          )
        )
      )
    ),
  ];
}

const head = (scope, ...content) => el('th', { scope }, ...content);

function cell(delivery, { number, title }) {
  if (!delivery) {
    return el('span', { class: 'soft' }, 'No debe');
  }
  const [mark, word, colour] = delivery.delivered ? ['✓', delivery.late ? 'Entregó fuera de plazo' : 'Entregó', 'good'] : ['○', 'No entregó', 'bad'];
  return el(
    'a',
    { class: `cell ${colour}`, href: addressOf('/revision', { actividad: delivery.activity }) },
    el('span', { 'aria-hidden': 'true' }, `${mark} `),
    word,
    el('span', { class: 'unseen' }, `: ${delivery.unit}, producto ${number}. ${title}`)
  );
}
