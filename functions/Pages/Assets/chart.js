// A bar chart as SVG. Widths are shares of its own width: it needs no measuring, and letters keep their size.
import { el, newId } from './dom.js';

const row = 52;
const space = 'http://www.w3.org/2000/svg';

function svg(name, attributes = {}, ...children) {
  const element = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

// bars: [{ label, value, text, colour }], value null draws no bar; marks: [{ value }], a line across each bar.
export function barChart(title, description, bars, marks) {
  const titleId = newId('chart');
  const descriptionId = newId('chart');
  const most = Math.max(100, ...bars.map(bar => bar.value ?? 0), ...marks.map(mark => mark.value));
  const share = value => `${Math.max(0, (value / most) * 100).toFixed(2)}%`;
  const height = bars.length * row;
  return el(
    'div',
    { class: 'chart' },
    svg(
      'svg',
      { width: '100%', height, role: 'img', 'aria-labelledby': `${titleId} ${descriptionId}` },
      svg('title', { id: titleId }, title),
      svg('desc', { id: descriptionId }, description),
      ...bars.flatMap((bar, index) => [
        svg('rect', { class: 'track', x: 0, y: index * row + 24, width: '100%', height: 18 }),
        svg('rect', { class: `bar ${bar.colour}`, x: 0, y: index * row + 24, width: share(bar.value ?? 0), height: 18 }),
        ...marks.map(mark =>
          svg('line', { class: 'mark', x1: share(mark.value), x2: share(mark.value), y1: index * row + 22, y2: index * row + 44 })
        ),
        svg('text', { x: 0, y: index * row + 17 }, bar.label),
        svg('text', { class: 'value', x: '100%', y: index * row + 17, 'text-anchor': 'end' }, bar.text),
      ])
    )
  );
}
