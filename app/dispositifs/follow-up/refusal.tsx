import { useTranslation } from 'react-i18next'
import type { Refused } from './sent-follow-up.server.ts'

export type RefusedForm =
  | Pick<Refused, 'which' | 'code' | 'faults' | 'typed' | 'more' | 'doubts' | 'seen'>
  | undefined

/** The fault of a field of one small form of a page, in words; what was typed in it. */
export function useRefused(refused: RefusedForm, which: string) {
  const { t } = useTranslation('dispositifs')
  const mine = refused?.which === which ? refused : undefined
  return {
    refused: mine,
    typed: (name: string, otherwise = '') => mine?.typed[name] ?? otherwise,
    fault: (name: string) => {
      const code = mine?.faults[name]
      if (!code) return undefined
      if (name === 'file') return t(`kernel:files.refused.${code}`)
      return t(`follow.faults.${code}`, { gaps: mine.more.map((gap) => `« ${gap} »`).join(', ') })
    },
  }
}

/** What a form was refused for, where no field of it says so. */
export function Refusal({ refused }: { refused: RefusedForm }) {
  const { t } = useTranslation('dispositifs')
  if (!refused || refused.doubts || Object.keys(refused.faults).length > 0) return null
  return (
    <div className="notice bad" role="alert">
      <p>{t(`follow.faults.${refused.code}`)}</p>
      {refused.code === 'not_settled' ? (
        <ul>
          {refused.more.map((lack) => (
            <li key={lack}>{t(`follow.lack.${lack}`)}</li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
