// What was read of a file, in words.
import { figure, count } from './format.js';

const kinds = {
  training: 'capacitación',
  technicalAssistance: 'asistencia técnica',
  awareness: 'sensibilización',
  survey: 'encuesta',
  plan: 'plan',
  resolution: 'resolución',
  minutes: 'acta',
  mail: 'correo',
  attendanceList: 'lista de asistencia',
};

const sources = { list: 'lista', table: 'cuadro', sentence: 'texto' };

const place = where =>
  [
    where.sheet ? `hoja ${where.sheet}` : null,
    where.page ? `página ${where.page}` : null,
    where.picture ? `imagen ${where.picture}` : null,
  ].filter(Boolean);

// 'lista: 101 mujeres, 35 hombres, hoja 1'
function attendance(found) {
  const people = [
    found.women === null ? null : count(found.women, 'mujer', 'mujeres'),
    found.men === null ? null : count(found.men, 'hombre', 'hombres'),
    found.women === null && found.men === null ? `${count(found.total ?? 0, 'persona', 'personas')} sin distinguir sexo` : null,
  ].filter(Boolean);
  return `${sources[found.source]}: ${[...people, ...place(found.where)].join(', ')}`;
}

const amount = found => `«${found.raw}» (${figure(found.value)}${found.isPercent ? ' %' : ''}${place(found.where).map(text => `, ${text}`).join('')})`;

// The lines for a document; none if nothing was found in it.
export function factsOf(document) {
  const named = document.path.length > 0 ? `${document.name}: ` : '';
  return [
    document.number,
    kinds[document.kind] ? `parece ${kinds[document.kind]}` : null,
    ...document.attendance.map(attendance),
    ...document.counts.map(amount),
    document.usedOcr ? 'se leyó de una imagen: revise las cifras' : null,
  ]
    .filter(Boolean)
    .map(text => named + text);
}

export const stateOf = file =>
  ({
    received: 'Recibido. Se está leyendo…',
    reading: 'Recibido. Se está leyendo…',
    read: 'Recibido y leído.',
    unreadable: 'Recibido, pero no se pudo leer.',
    rejected: 'Recibido, pero no es un tipo de archivo que sirva de evidencia.',
  })[file.state] ?? 'Recibido.';

export const isReading = file => file.state === 'received' || file.state === 'reading';
