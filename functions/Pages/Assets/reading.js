// The blocks of a report as elements: paragraphs, lists, tables, charts.
import { el, newId } from './dom.js';
import { barChart } from './chart.js';
import { figure } from './format.js';

export function blocksOf(notes) {
  // Captions of tables and of charts are numbered in the order of the report.
  const counts = { Cuadro: 0, Gráfico: 0 };
  const caption = (kind, text) => `${kind} ${++counts[kind]}. ${text}`;

  const rich = ({ text, notes: own, link, isBold }) => {
    const content = isBold ? el('strong', {}, text) : text;
    return [link ? el('a', { href: link, rel: 'noreferrer' }, content) : content, ...own.map(note => notes.mark(note))];
  };

  const paragraph = text => el('p', { class: 'said' }, ...rich(text));

  const kinds = {
    paragraph: block => paragraph(block.text),
    list: block => el(block.isNumbered ? 'ol' : 'ul', { start: block.isNumbered ? block.start : null }, ...block.items.map(item => el('li', { class: 'said' }, ...rich(item)))),
    table: block => table(block),
    chart: block => chart(block),
  };

  function table({ caption: text, columns, rows }) {
    const id = newId('caption');
    const whole = columns.reduce((sum, column) => sum + column.width, 0);
    const widths = columns.map(column => {
      const element = el('col');
      element.style.width = `${((column.width * 100) / whole).toFixed(2)}%`;
      return element;
    });
    const kind = column => (column.isNumber ? 'figure' : null);
    const head = el('thead', {}, el('tr', {}, ...columns.map(column => el('th', { scope: 'col', class: kind(column) }, column.title))));
    const body = el(
      'tbody',
      {},
      ...rows.map(row => el('tr', { class: row.isTotal ? 'total' : null }, ...row.cells.map((cell, index) => el('td', { class: kind(columns[index]) }, ...cell.map(paragraph)))))
    );
    const element = el('table', { class: columns.length > 5 ? 'wide' : null }, el('caption', { id }, caption('Cuadro', text)), el('colgroup', {}, ...widths), head, body);
    // A table may be wider than the window: then it is moved by keys as well.
    return el('div', { class: 'scroll', role: 'region', tabindex: '0', 'aria-labelledby': id }, element);
  }

  // A bar for each category and series; one without a value says so.
  function chart({ caption: text, description, categories, series, unit }) {
    const title = caption('Gráfico', text);
    const colours = ['main', 'none'];
    const shown = value => (value === null ? 'Sin dato' : [figure(Math.round(value * 10) / 10), unit].filter(Boolean).join(' '));
    const bars = categories.flatMap((category, index) =>
      series.map((one, at) => ({
        label: series.length > 1 ? `${category}: ${one.name}` : category,
        value: one.values[index],
        text: shown(one.values[index]),
        colour: colours[at % colours.length],
      }))
    );
    return el('figure', {}, el('figcaption', {}, title), barChart(title, description, bars, []));
  }

  return block => kinds[block.kind](block);
}
