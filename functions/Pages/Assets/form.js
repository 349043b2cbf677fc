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
  const problems = area('Problemas', 'Qué impidió llegar a la meta.', content.problems, changed);
  const improvementActions = area('Acciones de mejora', 'Qué se hará y cuándo.', content.improvementActions, changed);
  const achievements = area('Logros', 'Qué cambió gracias a la actividad.', content.achievements, changed);
  const asked = el('p', { class: 'box warn' }, 'La meta quedó por debajo: diga qué problema hubo y qué acción de mejora tomará.');
  const texts = { narrative, problems, improvementActions, achievements };

  const read = () => ({
    goals: goals.map(goal => goal.read()),
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
    return goals.flatMap((goal, index) => {
      const entry = goal.read();
      const name = nameOf(work.goals[index]).toLowerCase();
      if (entry.outcome === 'reported') {
        return entry.executed === null ? [{ field: `goals[${index}].executed`, detail: `Escriba la cantidad ejecutada de la ${name}.` }] : [];
      }
      return entry.reason.trim().length < 10 ? [{ field: `goals[${index}].reason`, detail: `Diga por qué no hay una cantidad en la ${name}.` }] : [];
    });
  }

  // What the secretariat is going to ask for.
  const advised = () => [
    below() && !problems.control.value.trim() ? 'La meta quedó por debajo y no dice qué problema hubo.' : null,
    below() && !improvementActions.control.value.trim() ? 'La meta quedó por debajo y no dice qué acción de mejora tomará.' : null,
    narrative.control.value.trim() ? null : 'No dice qué se hizo.',
    documentsCited.read().some(text => text.trim()) ? null : 'No cita ningún documento de sustento.',
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
      el('h2', {}, 'Lo ejecutado'),
      ...goals.map(goal => goal.element),
      narrative.element,
      documentsCited.element,
      evidenceLinks.element,
      el('h2', {}, 'Problemas, mejoras y logros'),
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
