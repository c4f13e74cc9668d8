import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useDone } from '../ui/use-done.ts'

/** Why an act was refused, above the form that asked for it. */
export function FaultNote({
  refused,
}: {
  refused?: { code: string | null; said?: Record<string, number> } | null
}) {
  const { t } = useTranslation('dispositifs')
  if (!refused?.code) return null
  return (
    <p className="notice bad" role="alert">
      {t(`faults.${refused.code}`, refused.said ?? {})}
    </p>
  )
}

/** An address may say anything: what has no words here is not said. */
const OR_NOTHING = { defaultValue: '' }

const WORDS = {
  desk: (t: TFunction<'dispositifs'>, done: string) => t(`done.${done}`, OR_NOTHING),
  holder: (t: TFunction<'dispositifs'>, done: string) => t(`holder.done.${done}`, OR_NOTHING),
  jury: (t: TFunction<'dispositifs'>, done: string) => t(`jury.done.${done}`, OR_NOTHING),
  builder: (t: TFunction<'dispositifs'>, done: string) => t(`papers.builder.done.${done}`, OR_NOTHING),
  template: (t: TFunction<'dispositifs'>, done: string) => t(`templates.done.${done}`, OR_NOTHING),
  followUp: (t: TFunction<'dispositifs'>, done: string) => t(`follow.done.${done}`, OR_NOTHING),
}

/** What has just been done, said by the address. */
export function Done({ of }: { of: keyof typeof WORDS }) {
  const { t } = useTranslation('dispositifs')
  const done = useDone()
  const said = done && WORDS[of](t, done)
  if (!said) return null
  return (
    <p className="notice ok" role="status">
      {said}
    </p>
  )
}
