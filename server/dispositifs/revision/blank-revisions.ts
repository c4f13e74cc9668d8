import type { FormInput } from '../form/form.schema.ts'
import type { GridInput } from '../grid/grid.schema.ts'
import type { RuleInput } from '../rule/rule.schema.ts'

/** Of a dispositif that comes from no template: what any file has, to be made one's own. */
export const blankRevisions = (): { form: FormInput; rules: RuleInput[]; grid: GridInput } => ({
  form: {
    sections: [
      {
        key: 'project',
        title: { fr: 'Le projet', en: 'The project' },
        fields: [
          {
            ...{ key: 'title', type: 'title', required: true, fact: 'title' },
            label: { fr: 'Titre du projet', en: 'Title of the project' },
          },
          {
            ...{ key: 'summary', type: 'long_text', required: true, maxLength: 3000, fact: 'summary' },
            label: { fr: 'Le projet en quelques lignes', en: 'The project in a few lines' },
          },
          {
            ...{ key: 'dates', type: 'period', fact: 'period' },
            label: { fr: 'Dates de l’action', en: 'Dates of the action' },
          },
          {
            ...{ key: 'requested', type: 'money', fact: 'requested' },
            label: { fr: 'Montant demandé', en: 'Amount requested' },
          },
        ],
      },
    ],
  },
  rules: [],
  grid: {
    criteria: [
      {
        ...{ key: 'quality', weight: 1, max: 5 },
        label: { fr: 'Qualité du projet', en: 'Quality of the project' },
      },
    ],
  },
})
