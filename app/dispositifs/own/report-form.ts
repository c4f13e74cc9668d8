import type { FormDefinition } from '#server/dispositifs/form/form.schema.ts'

const both = (fr: string, en: string) => ({ fr, en })

/** The same questions for every dispositif: numbers of people, what was spent, what happened. */
export const REPORT_FORM: FormDefinition = {
  sections: [
    {
      key: 'report',
      title: both('Ce qui s’est passé', 'What happened'),
      fields: [
        {
          ...{ key: 'achieved', type: 'head_count', required: true },
          label: both('Personnes présentes', 'People who took part'),
          help: both(
            'Des nombres, jamais de noms. Le total et le détail doivent s’accorder pour envoyer le bilan.',
            'Numbers, never names. The total and its parts must agree before the report can be sent.',
          ),
        },
        {
          ...{ key: 'spent', type: 'money', required: true },
          label: both('Dépenses réalisées', 'Amount spent'),
        },
        {
          ...{ key: 'body', type: 'long_text', required: true, maxLength: 20_000 },
          label: both('Bilan du projet', 'Report on the project'),
          help: both(
            'Ce qui a été fait, ce que chacun en retire, ce qui a changé par rapport au projet, et la suite.',
            'What was done, what everyone gained, what changed from the plan, and what comes next.',
          ),
        },
      ],
    },
  ],
}
