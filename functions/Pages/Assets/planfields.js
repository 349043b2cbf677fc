// The sheets of a plan as the editor shows them: their fields, what names a row, and what a new one begins with.
import { count } from './format.js';

const kinds = [
  ['office', 'Oficina'],
  ['secretariat', 'Secretaría Técnica'],
  ['programme', 'Programa'],
  ['agency', 'Organismo'],
];
const measures = [
  ['count', 'Cantidad: los semestres se suman'],
  ['percent', 'Porcentaje: cuenta el último semestre'],
];
const roles = [
  ['liaison', 'Enlace: recibe los recordatorios'],
  ['head', 'Jefatura: recibe copia de lo vencido'],
];
const yesNo = [
  ['false', 'No'],
  ['true', 'Sí'],
];

const unitChoices = file => file.units.map(unit => [text(unit.code), `${text(unit.code)} · ${text(unit.name)}`]);
// The number of an activity that is added: one more than the highest.
export const nextNumber = file => String(Math.max(0, ...file.activities.map(row => Number(row.number) || 0)) + 1);

const activityChoices = file => file.activities.map(activity => [text(activity.number), `${text(activity.number)}. ${text(activity.title)}`]);

// What a field shows: the server gives lists and numbers as such.
export const text = value => (Array.isArray(value) ? value.join('; ') : String(value ?? ''));

// A field: [name in the import, label, type, hint, choices or the other names that it answers to].
// Types: text, area, number, date, choice (of pairs, or of what the plan has).
export const sheets = {
  plan: {
    title: 'Plan',
    fields: [
      ['name', 'Nombre del plan', 'area'],
      ['body', 'Entidad', 'text', 'Por ejemplo MIMP.'],
      ['workingGroup', 'Grupo de trabajo', 'text', 'El que hace el seguimiento, por ejemplo CSIG-MIMP.'],
      ['legalBasis', 'Base legal', 'area', 'La norma que aprueba este plan.'],
      ['firstYear', 'Primer año', 'number'],
      ['lastYear', 'Último año', 'number'],
      ['firstPeriod', 'Primer periodo en Avance', 'text', 'Por ejemplo 2024-I. Vacío: todos se reportan aquí.'],
      ['greenFrom', 'Verde desde (%)', 'number', 'Vacío: 95.'],
      ['amberFrom', 'Ámbar desde (%)', 'number', 'Vacío: 75.'],
      ['capPercents', 'Topar en 100 %', 'choice', 'Agrega una vista en la que ninguna meta cuenta más de 100 %.', yesNo],
      ['remindBefore', 'Recordar antes (días)', 'text', 'Por ejemplo 30; 15; 7. «Ninguno» para no recordar; vacío, los días usuales.'],
      ['remindAfter', 'Recordar después (días)', 'text', 'Por ejemplo 1; 7. «Ninguno» para no recordar; vacío, los días usuales.'],
      ['achievementThemes', 'Temas de logros', 'area', 'Los temas en que se agrupan los logros, separados por punto y coma. Vacío: los usuales.'],
    ],
  },
  units: {
    title: 'Unidades',
    one: 'unidad',
    add: 'Agregar una unidad',
    removed: 'Se quitó la unidad',
    keys: ['code'],
    fields: [
      ['code', 'Siglas', 'text', 'Sin repetir, por ejemplo OGRH.'],
      ['name', 'Nombre', 'text'],
      ['aliases', 'Otros nombres', 'text', 'Siglas anteriores o parecidas, separadas por punto y coma.'],
      ['kind', 'Tipo', 'choice', '', kinds],
    ],
    label: row => `${text(row.code) || 'Sin siglas'} · ${text(row.name) || 'sin nombre'}`,
    blank: () => ({ code: '', name: '', kind: 'office' }),
  },
  activities: {
    title: 'Actividades',
    one: 'actividad',
    add: 'Agregar una actividad',
    removed: 'Se quitó la actividad',
    keys: ['number'],
    fields: [
      ['number', 'Número', 'number'],
      ['title', 'Actividad', 'area', 'Qué se hace.'],
      ['responsibleUnit', 'Unidad responsable', 'choice', 'La que informa.', unitChoices],
      ['subUnit', 'Suboficina', 'text', 'Puede quedar vacía.'],
      ['supportingUnits', 'Unidades de apoyo', 'text', 'Siglas separadas por punto y coma. Puede quedar vacío.'],
      ['unitOfMeasure', 'Unidad de medida', 'text', 'Qué cuentan sus metas, por ejemplo «Número de personas capacitadas».'],
      ['evidenceRequirement', 'Medio de evidencia', 'area', 'El sustento que se pide.'],
    ],
    label: row => `${text(row.number) || 'Sin número'}. ${text(row.title) || 'sin texto'}`,
    blank: file => ({ number: nextNumber(file), title: '', responsibleUnit: '', unitOfMeasure: '', evidenceRequirement: '' }),
    more: (row, file) => {
      const goals = file.goals.filter(goal => text(goal.activity) === text(row.number));
      return [text(row.responsibleUnit), count(goals.length, 'meta', 'metas')].filter(Boolean).join(' · ');
    },
  },
  goals: {
    title: 'Metas',
    one: 'meta',
    add: 'Agregar una meta',
    removed: 'Se quitó la meta',
    keys: ['activity', 'year'],
    fields: [
      ['activity', 'Actividad', 'choice', '', activityChoices],
      ['year', 'Año de la meta', 'number'],
      ['target', 'Meta programada', 'number', 'Mayor que 0, sin separador de miles.'],
      ['measure', 'Tipo de medida', 'choice', '', measures],
      ['carriedTo', 'Reprogramada a', 'number', 'El año posterior al que pasó. Vacío si no se reprogramó.'],
    ],
    label: row => `Actividad ${text(row.activity) || '—'}, ${text(row.year) || 'sin año'}: ${text(row.target) || 'sin meta'}${row.measure === 'percent' ? ' %' : ''}`,
    blank: file => ({ activity: text(withoutGoal(file)?.number), year: text(file.plan.firstYear), target: '', measure: 'count' }),
    more: row => (text(row.carriedTo) ? `Pasa a ${text(row.carriedTo)}` : ''),
  },
  periods: {
    title: 'Periodos',
    one: 'periodo',
    add: 'Agregar un periodo',
    removed: 'Se quitó el periodo',
    keys: ['id'],
    fields: [
      ['id', 'Periodo', 'text', 'El semestre, por ejemplo 2024-I o 2024-II.'],
      ['opens', 'Apertura', 'date', 'El día desde el que las unidades informan.'],
      ['due', 'Fecha límite', 'date', 'El último día en plazo.'],
      ['closes', 'Cierre', 'date', 'El último día en que se recibe algo.'],
    ],
    label: row => text(row.id) || 'Sin semestre',
    blank: file => ({ id: nextPeriod(file), opens: '', due: '', closes: '' }),
    more: row => (text(row.due) ? `Vence el ${text(row.due).slice(0, 10).split('-').reverse().join('/')}` : ''),
  },
  contacts: {
    title: 'Contactos',
    one: 'contacto',
    add: 'Agregar un contacto',
    removed: 'Se quitó el contacto',
    keys: [],
    fields: [
      ['unit', 'Unidad', 'choice', '', unitChoices],
      ['name', 'Nombre', 'text'],
      ['address', 'Correo', 'text', 'El correo o un grupo, no ambos.'],
      ['role', 'Rol', 'choice', '', roles],
      ['copies', 'Copia de todos los correos', 'choice', 'Solo para jefaturas.', yesNo],
      ['group', 'Grupo de Entra', 'text', 'El identificador de un grupo del directorio, en lugar de un correo.'],
    ],
    label: row => `${text(row.unit) || 'Sin unidad'} · ${text(row.name) || 'sin nombre'}`,
    blank: file => ({ unit: text(file.units[0]?.code), name: '', address: '', role: 'liaison', copies: 'false' }),
  },
};

const withoutGoal = file => file.activities.find(activity => !file.goals.some(goal => text(goal.activity) === text(activity.number))) ?? file.activities.at(-1);

function nextPeriod(file) {
  const last = file.periods.map(period => text(period.id)).filter(id => /^20\d\d-II?$/.test(id)).toSorted().at(-1);
  return !last ? (text(file.plan.firstYear) ? `${text(file.plan.firstYear)}-I` : '') : last.endsWith('-II') ? `${Number(last.slice(0, 4)) + 1}-I` : `${last}I`;
}
