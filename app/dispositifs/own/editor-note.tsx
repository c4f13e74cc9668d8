import { useTranslation } from 'react-i18next'
import type { EditorLine } from './editor-lines.ts'

/** For whom somebody is there, what they may do, and whether they came. */
export function EditorNote({ of }: { of: Pick<EditorLine, 'of' | 'reads' | 'came'> }) {
  const { t } = useTranslation('dispositifs')
  const said = [
    of.of,
    t(of.reads ? 'holder.editors.reads' : 'holder.editors.writes'),
    of.came ? '' : t('holder.editors.awaited'),
  ]
  return <span className="small muted">{said.filter(Boolean).join(' · ')}</span>
}
