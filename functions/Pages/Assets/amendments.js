// The kinds of amendments: their fields, and each in words.
import { el } from './dom.js';
import { field } from './fields.js';
import { figure, lastDay, parseNumber, semester } from './format.js';

// A field: [name, type, label, hint, optional].
export const kinds = {
  moveDeadline: {
    label: 'Mover el plazo de un periodo',
    hint: 'Los informes que lleguen hasta el nuevo día estarán en plazo.',
    fields: [
      ['period', 'period', 'Periodo'],
      ['due', 'date', 'Último día del plazo'],
      ['closes', 'date', 'Último día en que se recibe', 'Si queda vacío, no cambia.'],
    ],
    say: one => `El plazo del ${semester(one.period)} pasa al ${date(one.due)}.`,
  },
  reopenPeriod: {
    label: 'Reabrir un periodo cerrado',
    hint: 'Las unidades pueden corregir otra vez. Lo que llegue quedará como fuera de plazo.',
    fields: [
      ['period', 'period', 'Periodo'],
      ['closes', 'date', 'Último día en que se recibe'],
    ],
    say: one => `El ${semester(one.period)} se reabre hasta el ${date(one.closes)}.`,
    needsNoDocument: true,
  },
  carryGoalOver: {
    label: 'Pasar una meta a otro año',
    isFor: plan => !plan.workPlan,
    hint: 'La meta cuenta en el nuevo año junto a la de ese año.',
    fields: [
      ['activity', 'activity', 'Actividad'],
      ['year', 'year', 'Año de la meta'],
      ['toYear', 'year', 'Año al que pasa'],
      ['target', 'number', 'Nueva cantidad', 'Si queda vacía, no cambia.'],
    ],
    say: one => `La meta de ${one.year} de la actividad ${one.activity} pasa a ${one.toYear}${one.target ? `, con ${figure(one.target)}` : ''}.`,
  },
  changeTarget: {
    label: 'Cambiar la meta o el logro esperado de un año',
    isFor: plan => !plan.workPlan,
    hint: 'Los porcentajes del año se calculan de nuevo con lo que cambie.',
    fields: [
      ['activity', 'activity', 'Actividad o indicador'],
      ['year', 'year', 'Año'],
      ['target', 'number', 'Nuevo valor'],
    ],
    say: one => `Lo programado para ${one.year} en la actividad ${one.activity} pasa a ${figure(one.target)}.`,
  },
  approveProtocol: {
    label: 'Aprobar el protocolo de un servicio',
    hint: 'El servicio se evalúa desde el año de esa fecha.',
    fields: [
      ['service', 'service', 'Servicio'],
      ['date', 'date', 'Desde qué día rige'],
    ],
    say: one => `El protocolo del servicio ${one.service} rige desde el ${date(one.date)}.`,
    isFor: plan => Boolean(plan.policy),
  },
  rescheduleProduct: {
    label: 'Cambiar los semestres de un producto',
    hint: 'Las entidades lo deben en estos semestres y en ningún otro.',
    fields: [
      ['product', 'product', 'Producto'],
      ['semesters', 'semesters', 'Semestres', 'Separados por punto y coma, por ejemplo 2023-I; 2023-II.'],
    ],
    say: one => `El producto ${one.product} se entrega en estos semestres: ${one.semesters.join(', ')}.`,
    isFor: plan => Boolean(plan.workPlan),
  },
  suspendActivity: {
    label: 'Integrar una actividad en otra',
    hint: 'La actividad deja de contar: la otra la cubre.',
    fields: [
      ['activity', 'activity', 'Actividad que se integra'],
      ['mergedInto', 'activity', 'Actividad que la cubre'],
    ],
    say: one => `La actividad ${one.activity} se integra en la ${one.mergedInto}.`,
  },
  reformulateActivity: {
    label: 'Reformular una actividad',
    hint: 'La actividad deja de contar y se reescribe para un plan posterior.',
    fields: [['activity', 'activity', 'Actividad']],
    say: one => `La actividad ${one.activity} se reformula.`,
  },
  renameUnit: {
    label: 'Cambiar el nombre de una unidad',
    hint: 'Lo que se llamaba antes queda como alias.',
    fields: [
      ['unit', 'unit', 'Unidad'],
      ['newCode', 'text', 'Nuevas siglas', 'Si quedan vacías, no cambian.'],
      ['newName', 'text', 'Nuevo nombre', 'Si queda vacío, no cambia.'],
    ],
    say: one => `La unidad ${one.unit} pasa a llamarse ${[one.newCode, one.newName].filter(Boolean).join(', ')}.`,
  },
  replaceUnit: {
    label: 'Reemplazar una unidad por otra',
    hint: 'La otra unidad asume todo lo que hacía.',
    fields: [
      ['unit', 'unit', 'Unidad que se reemplaza'],
      ['replacedBy', 'text', 'Siglas de la unidad que la reemplaza'],
      ['name', 'text', 'Nombre de esa unidad', 'Solo si el plan todavía no la tiene.'],
    ],
    say: one => `La unidad ${one.replacedBy} reemplaza a ${one.unit}.`,
  },
};

// A day as it was chosen, or an instant as the server keeps it.
const date = text => lastDay(text.length === 10 ? `${text}T23:59` : text).replace(', 23:59', '');

export const describe = amendment => kinds[amendment.kind].say(amendment);

const choices = {
  period: plan => plan.periods.map(period => [period.id, semester(period.id)]),
  service: plan => (plan.policy?.services ?? []).map(service => [service.code, `${service.code} · ${service.title}`]),
  product: plan => (plan.workPlan?.products ?? []).map(product => [product.number, `${product.number}. ${product.title}`]),
  unit: plan => plan.units.map(unit => [unit.code, `${unit.code} · ${unit.name}`]),
  activity: plan => plan.activities.filter(activity => activity.status === 'active').map(activity => [activity.number, `${activity.number}. ${activity.title}`]),
  year: ({ header }) => Array.from({ length: header.lastYear - header.firstYear + 1 }, (_, index) => [header.firstYear + index, String(header.firstYear + index)]),
};

const inputs = {
  date: { type: 'date' },
  text: { type: 'text', autocomplete: 'off' },
  semesters: { type: 'text', autocomplete: 'off' },
  number: { type: 'text', inputmode: 'decimal', autocomplete: 'off', class: 'number' },
};

function control(plan, name, type, value) {
  const id = `field-${name}`;
  const made = choices[type]
    ? el('select', { id }, ...choices[type](plan).map(([key, label]) => el('option', { value: key }, label)))
    : el('input', { id, ...inputs[type] });
  if (value) {
    made.value = value;
  }
  return made;
}

export function amendmentFields(plan, kind, values) {
  const { fields, needsNoDocument } = kinds[kind];
  const reason = el('textarea', { id: 'field-reason', rows: 3 });
  const document = el('input', { id: 'field-legalDocument', type: 'text', autocomplete: 'off' });
  const agreement = agreementChoice(plan.agreements ?? [], document);
  const controls = new Map([...fields.map(([name, type]) => [name, control(plan, name, type, values[name])]), ['reason', reason], ['legalDocument', document]]);

  function valueOf(name, type) {
    const text = controls.get(name).value.trim();
    if (type === 'semesters') {
      return text.split(/[;,]/).map(one => one.trim()).filter(Boolean);
    }
    return type === 'number' ? (parseNumber(text) ?? text) : type === 'year' || type === 'product' ? Number(text) : text;
  }

  return {
    elements: [
      ...fields.map(([name, , label, hint]) => field(label, hint ?? null, controls.get(name))),
      field('Motivo', 'Al menos 10 letras.', reason),
      ...(agreement.control ? [field('Acuerdo del grupo de trabajo', 'Si lo elige, es el sustento.', agreement.control)] : []),
      field(
        'Norma o acta que lo sustenta',
        needsNoDocument ? 'Por ejemplo «Acta 002-2023-CSIG». Puede quedar vacío.' : 'Por ejemplo «Acta 002-2023-CSIG».',
        document
      ),
    ],
    read: () => ({
      ...Object.fromEntries(
        [...fields, ['reason', 'text'], ['legalDocument', 'text']]
          .map(([name, type]) => [name, valueOf(name, type)])
          .filter(([, value]) => value !== '')
      ),
      ...agreement.read(),
    }),
    find: name => (name === 'agreement' ? agreement.control : (controls.get((name ?? '').split('.')[0]) ?? null)),
  };
}

// A choice among the group's agreements, the latest first, which fills in the document. Without agreements there is none.
function agreementChoice(agreements, document) {
  if (agreements.length === 0) {
    return { control: null, read: () => ({}) };
  }
  const control = el(
    'select',
    {
      id: 'field-agreement',
      onchange: () => {
        document.value = control.value ? agreements[control.value].name : '';
      },
    },
    el('option', { value: '' }, 'Ninguno'),
    ...agreements.map(({ name, text }, index) => el('option', { value: index }, `${name}: ${text.length > 80 ? `${text.slice(0, 80)}…` : text}`))
  );
  // Another document is no longer that of the agreement.
  document.addEventListener('input', () => {
    control.value = '';
  });
  return {
    control,
    read() {
      const chosen = control.value && agreements[control.value];
      return chosen ? { agreement: { session: chosen.session, number: chosen.number } } : {};
    },
  };
}
