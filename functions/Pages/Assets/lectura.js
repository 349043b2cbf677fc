// A report to read on the screen and to print: the same sections as the document of Word.
import { $, el } from './dom.js';
import { get } from './api.js';
import { addressOf, beginDesk, param } from './desk.js';
import { notesOf } from './notes.js';
import { blocksOf } from './reading.js';

const scopeOf = () => (param('alcance') === 'anual' ? 'year' : 'semester');

const load = ({ plan, period }) =>
  get(`/api/plans/${plan}/reports/${period.id}/document?scope=${scopeOf()}`).catch(error => {
    if (error.code !== 'report-unknown') {
      throw error;
    }
    return null;
  });

function show(overview, report) {
  const place = $('#page');
  if (!report) {
    place.append(
      el('p', { class: 'box info' }, 'Todavía no hay un informe compilado de este periodo. ', el('a', { href: `${addressOf('/informes')}#estado` }, 'Ver el estado del informe'))
    );
    return;
  }
  const { cover } = report;
  const numbers = numbersOf(report.sections);
  const notes = notesOf();
  const blocks = blocksOf(notes);
  const sections = report.sections.map((section, index) => sectionOf(section, numbers[index], blocks));
  $('#title').textContent = cover.title;
  document.title = `${cover.title}. ${cover.period} · Avance`;
  place.append(
    el(
      'div',
      { class: 'tools' },
      el('p', {}, el('a', { href: `${addressOf('/informes')}#documentos` }, 'Volver a los informes')),
      el('p', {}, el('button', { type: 'button', onclick: () => print() }, 'Imprimir o guardar como PDF'))
    ),
    el('div', { class: 'cover' }, ...[cover.body, cover.workingGroup].filter(Boolean).map(text => el('p', {}, text)), el('p', { class: 'plan' }, cover.plan), el('p', {}, cover.period), el('p', {}, cover.date)),
    contents(report.sections, numbers, () => notes.count() > 0),
    el('article', {}, ...sections, notes.element())
  );
}

// 1, 1.1, 1.2, 2…
function numbersOf(sections) {
  const counts = [];
  return sections.map(({ level }) => {
    while (counts.length < level) {
      counts.push(0);
    }
    counts.length = level;
    counts[level - 1]++;
    return counts.join('.');
  });
}

const idOf = section => `seccion-${section.id}`;

function contents(sections, numbers, hasNotes) {
  return el(
    'nav',
    { class: 'contents', 'aria-labelledby': 'contents' },
    el('h2', { id: 'contents' }, 'Índice'),
    el(
      'ul',
      {},
      ...sections.map((section, index) => el('li', { class: `level-${section.level}` }, el('a', { href: `#${idOf(section)}` }, `${numbers[index]}. ${section.title}`))),
      hasNotes() ? el('li', { class: 'level-1' }, el('a', { href: '#notas' }, 'Notas')) : null
    )
  );
}

const sectionOf = (section, number, blocks) =>
  el(
    'section',
    { class: section.isLandscape ? 'landscape' : '', 'aria-labelledby': idOf(section) },
    el(`h${section.level + 1}`, { id: idOf(section), tabindex: '-1' }, `${number}. ${section.title}`),
    ...section.blocks.map(blocks)
  );

void beginDesk(load, show);
