import { useTranslation } from 'react-i18next'
import type { Condition } from '#server/dispositifs/form/form.schema.ts'
import { conditionWords } from './condition-words.ts'
import { useFilling, useSaid } from './filling.ts'

/** Without script, all fields show: each says for whom it is. */
export function ConditionNote(props: { condition: Condition | undefined; of: 'section' | 'field' }) {
  const { definition, hydrated } = useFilling()
  const { t } = useTranslation('dispositifs')
  const said = useSaid()
  if (!props.condition || hydrated) return null
  return <p className="small when">{conditionWords(props.condition, definition, said, t)}</p>
}
