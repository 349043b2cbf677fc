// The fields of an activity, as one: what is in them, what is missing, which of them the server means.
import { el } from './dom.js';
import { adviseLink, adviseNumber } from './citations.js';
import { area, lines } from './fields.js';
import { goalFields, isBelow, nameOf } from './goals.js';

export function activityForm(work, endsYear, content, onchange) {
  const changed = () => {
    refresh();
    onchange();
  };
  const { activity } = work;
  const goals = work.goals.map((goal, index) => goalFields(goal, activity, content.goals[index], endsYear, changed));
  const indicator = work.goals[0]?.indicator;
  const source = indicator ? area('Fuente', 'De dónde sale el valor: encuesta, registro o informe, y de qué año.', content.source ?? '', changed, 2) : null;
  if (source && !source.control.value && !content.goals[0].text && content.goals[0].executed === null) {
    source.control.value = indicator.source;
  }
  const narrative = area('Qué se hizo', 'Acciones, fechas, lugares y a quiénes llegó.', content.narrative, changed, 6);
  const documentsCited = lines(
    'Documentos de sustento',
    'Como los numera el SGD, uno por línea. Ejemplo: INFORME N° D000149-2023-MIMP-OGRH.',
    'Agregar otro documento',
    'Documento',
    content.documentsCited,
    adviseNumber,
    changed
  );
  const evidenceLinks = lines(
    'Enlaces (si la evidencia está publicada)',
    'Direcciones completas.',
    'Agregar otro enlace',
    'Enlace',
    content.evidenceLinks,
    adviseLink,
    changed
  );
  const problems = area('Problemas', indicator ? 'Qué impidió llegar al logro esperado.' : 'Qué impidió llegar a la meta.', content.problems, changed);
  const improvementActions = area(
    indicator ? 'Medidas adoptadas' : 'Acciones de mejora',
    indicator ? 'Qué se hizo o se hará para mejorar.' : 'Qué se hará y cuándo.',
    content.improvementActions,
    changed
  );
  const achievements = area('Logros', 'Qué cambió gracias a la actividad.', content.achievements, changed);
  const measure = indicator ? 'medida se adoptó' : 'acción de mejora tomará';
  const short = indicator ? 'No se llegó al logro esperado' : 'La meta quedó por debajo';
  const asked = el('p', { class: 'box warn' }, `${short}: diga qué problema hubo y qué ${measure}.`);
  const texts = { source, narrative, problems, improvementActions, achievements };

  const read = () => ({
    goals: goals.map(goal => goal.read()),
    source: source?.control.value ?? '',
    narrative: narrative.control.value,
    documentsCited: documentsCited.read(),
    evidenceLinks: evidenceLinks.read(),
    problems: problems.control.value,
    improvementActions: improvementActions.control.value,
    achievements: achievements.control.value,
  });

  const below = () => endsYear && goals.some((goal, index) => isBelow(work.goals[index], goal.read()));

  function refresh() {
    asked.hidden = !below() || (problems.control.value.trim() !== '' && improvementActions.control.value.trim() !== '');
  }

  // What the server would reject, by its names of the fields.
  function missing() {
    const needsSource = source && !source.control.value.trim() && goals.some(goal => goal.read().outcome === 'reported');
    return [
      ...goals.flatMap((goal, index) => missingOf(goal.read(), index)),
      ...(needsSource ? [{ field: 'source', detail: 'Escriba de dónde sale el valor obtenido.' }] : []),
    ];
  }

  function missingOf(entry, index) {
    const name = nameOf(work.goals[index]).toLowerCase();
    const [value, of] = indicator ? ['el valor obtenido', 'del'] : ['la cantidad ejecutada', 'de la'];
    if (entry.outcome === 'reported') {
      return entry.executed === null ? [{ field: `goals[${index}].executed`, detail: `Escriba ${value} ${of} ${name}.` }] : [];
    }
    if (work.goals[index].isDelivery) {
      return entry.reason.trim().length < 10 ? [{ field: `goals[${index}].reason`, detail: 'Diga por qué no se entregó.' }] : [];
    }
    const why = indicator ? `Diga por qué no hay un valor para el ${name}.` : `Diga por qué no hay una cantidad en la ${name}.`;
    return entry.reason.trim().length < 10 ? [{ field: `goals[${index}].reason`, detail: why }] : [];
  }

  // What the secretariat is going to ask for.
  const advised = () => [
    below() && !problems.control.value.trim() ? `${short} y no dice qué problema hubo.` : null,
    below() && !improvementActions.control.value.trim() ? `${short} y no dice qué ${measure}.` : null,
    narrative.control.value.trim() ? null : 'No dice qué se hizo.',
    indicator || documentsCited.read().some(text => text.trim()) ? null : 'No cita ningún documento de sustento.',
  ].filter(Boolean);

  function find(name) {
    const [, field, index, part] = /^(\w+)(?:\[(\d+)\])?(?:\.(\w+))?$/.exec(name ?? '') ?? [];
    switch (field) {
      case 'goals':
        return goals[Number(index ?? 0)]?.find(part);
      case 'documentsCited':
        return documentsCited.find(Number(index ?? 0));
      case 'evidenceLinks':
        return evidenceLinks.find(Number(index ?? 0));
      default:
        return texts[field]?.control ?? null;
    }
  }

  refresh();
  return {
    elements: [
      el('h2', {}, indicator ? 'Lo obtenido' : 'Lo ejecutado'),
      ...goals.map(goal => goal.element),
      ...(source ? [source.element] : []),
      narrative.element,
      documentsCited.element,
      evidenceLinks.element,
      el('h2', {}, indicator ? 'Problemas, medidas y logros' : 'Problemas, mejoras y logros'),
      asked,
      problems.element,
      improvementActions.element,
      achievements.element,
    ],
    read,
    missing,
    advised,
    find,
  };
}
