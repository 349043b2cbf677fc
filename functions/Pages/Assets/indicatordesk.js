// The indicators of a policy on the desk, by objective and service: bodies are not ranked.
import { el } from './dom.js';
import { addressOf, table } from './desk.js';

const total = ({ exceeded, notMet, noInformation }) => exceeded + notMet + noInformation;

export const indicatorTiles = ({ ofObjectives, ofServices }) =>
  [
    ['Indicadores de objetivos', ofObjectives],
    ['Indicadores de servicios', ofServices],
  ].map(([title, counts]) => [
    title,
    `${counts.exceeded} de ${total(counts)}`,
    'alcanzaron su logro esperado',
    `${counts.notMet} no lo alcanzaron, ${counts.noInformation} sin información`,
  ]);

// Of the activities that the filters leave, the groups that have one of them.
export function indicatorsOf({ groups }, left) {
  const shown = new Set(left.map(activity => activity.number));
  const some = groups.filter(group => group.activities.some(number => shown.has(number)));
  return some.length === 0
    ? [el('p', { class: 'box info' }, 'Ningún indicador cumple con los filtros.')]
    : [
        table(
          'Indicadores por objetivo y servicio, según su logro esperado del año',
          ['Objetivo o servicio', 'Alcanzaron', 'No alcanzaron', 'Sin información', 'Indicadores'],
          some.map(({ code, title, isService, counts, activities }) => [
            el('span', {}, el('strong', {}, code), ` ${isService ? 'Servicio: ' : ''}${title}`),
            counts.exceeded,
            counts.notMet,
            counts.noInformation,
            el('ul', { class: 'cells' }, ...activities.filter(number => shown.has(number)).map(number => el('li', {}, link(number, left)))),
          ])
        ),
      ];
}

const link = (number, left) => {
  const { title } = left.find(activity => activity.number === number);
  return el('a', { class: 'cell none', href: addressOf('/revision', { actividad: number }), title: `${number}. ${title}` }, number, el('span', { class: 'unseen' }, `: ${title}`));
};
