import { allow, refuse } from '../kernel/refusal.ts'
import type { Idea, IdeaInput } from './model.ts'

export function judgeIdea({ website }: Pick<IdeaInput, 'website'>) {
  return website ? refuse('idea/automatic') : allow(null)
}

export function judgeAnswer({ outcome }: Pick<Idea, 'outcome'>) {
  return outcome === null ? allow(null) : refuse('idea/answered-already', { overtaken: true })
}
