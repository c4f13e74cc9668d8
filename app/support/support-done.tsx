import { useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { UndoLine } from '../ui/toasts.tsx'
import { useDone } from '../ui/use-done.ts'

/** What takes back what was done. */
const UNDOES: Record<string, string> = {
  'appui-note': 'supprimer',
  'appui-supprime': 'retablir',
  'suite-faite': 'a-faire',
}
const DONE = [...Object.keys(UNDOES), 'appui-retabli', 'appui-modifie', 'suite-attendue']

/** What has just been done, and a button that takes it back. */
export function SupportDone({ base, structure }: { base: string; structure?: string }) {
  const { t } = useTranslation('support')
  const act = useSearchParams()[0].get('appui')
  const done = useDone()
  if (!done || !DONE.includes(done)) return null
  const intent = UNDOES[done]
  const undo =
    intent && act
      ? {
          action: base,
          fields: { intent, appui: act, ...(structure ? { depuis: 'fiche', structure } : {}) },
        }
      : undefined
  return (
    <div role="status">
      <UndoLine toast={{ text: t(`done.${done}`), undo }} />
    </div>
  )
}
