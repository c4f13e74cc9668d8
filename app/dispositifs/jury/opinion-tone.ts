import type { Tone } from '../../ui/badge.tsx'

const TONES: Record<string, Tone> = {
  favourable: 'ok',
  reservations: 'info',
  unfavourable: 'bad',
  adjourned: 'wait',
}
export const opinionTone = (opinion: string): Tone => TONES[opinion] ?? 'neutral'
