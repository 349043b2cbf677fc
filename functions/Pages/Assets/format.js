// Writes numbers and instants as in Peru.

const number = new Intl.NumberFormat('es-PE', { maximumFractionDigits: 4 });
const oneDecimal = new Intl.NumberFormat('es-PE', { maximumFractionDigits: 1 });
const months = 'enero febrero marzo abril mayo junio julio agosto setiembre octubre noviembre diciembre'.split(' ');

export const figure = value => number.format(value);

// Half away from zero, as the reports round; the error of a binary fraction must not decide.
export const percent = value =>
  `${oneDecimal.format((Math.sign(value) * Math.round((Math.abs(value) + 1e-9) * 10)) / 10)} %`;

// '12.5', '12,5', '1,250.5' or '1 250' as a number; null if it is none, or could be two.
export function parseNumber(text) {
  const plain = text.replace(/[\s\u00a0]/g, '');
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) {
    return Number(plain.replaceAll(',', ''));
  }
  return /^\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : null;
}

// The server writes instants in the plan's time zone: they are shown as they are written.
export function day(instant) {
  const [year, month, date] = instant.slice(0, 10).split('-').map(Number);
  return `${date} de ${months[month - 1]} de ${year}`;
}

export const moment = instant => `${day(instant)}, ${instant.slice(11, 16)}`;

// An instant that the server wrote in UTC, in the browser's time zone.
export const clock = instant =>
  new Intl.DateTimeFormat('es-PE', { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' }).format(new Date(instant));

// What is due at the first instant of a day is due on the day before.
export function lastDay(instant) {
  if (!instant.slice(11).startsWith('00:00:00')) {
    return moment(instant);
  }
  const before = new Date(`${instant.slice(0, 10)}T00:00:00Z`);
  before.setUTCDate(before.getUTCDate() - 1);
  return day(before.toISOString());
}

export function bytes(count) {
  const [value, unit] = count < 1024 * 1024 ? [Math.ceil(count / 1024), 'KB'] : [count / 1048576, 'MB'];
  return `${oneDecimal.format(value)} ${unit}`;
}

export const count = (number, one, many) => `${figure(number)} ${number === 1 ? one : many}`;

// '2023-II' → 'segundo semestre de 2023'
export const semester = period =>
  `${period.endsWith('-II') ? 'segundo' : 'primer'} semestre de ${period.slice(0, 4)}`;
