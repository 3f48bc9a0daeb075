import { allow, refuse } from '../kernel/refusal.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { QuestionInput, TestQuestion } from './model-test.ts'

/** Whoever fails may read again and try again; endless guessing is no test. Our default, no text sets it. */
export const mostAttempts = 3

export function judgeQuestion({ options, answer }: Pick<QuestionInput, 'options' | 'answer'>, taken: boolean) {
  if (taken) return refuse('training/test-taken')
  const different = new Set(options).size === options.length
  if (options.length < 2 || options.length > 6 || !different) return refuse('training/options', { field: 'options' })
  if (answer < 1 || answer > options.length) {
    return refuse('training/no-such-option', { field: 'answer', facts: { most: options.length } })
  }
  return allow(null)
}

export type OpenCode = 'training/question-open'

/** The questions without an answer, each at its own place. */
export function faultsOfAnswers(
  questions: readonly TestQuestion[],
  choices: Readonly<Record<string, number>>,
): Refusal<OpenCode>[] {
  return questions
    .filter(({ id, options }) => !((choices[id] ?? 0) >= 1 && (choices[id] ?? 0) <= options.length))
    .map(({ id, position }) => ({ code: 'training/question-open', field: `chon[${id}]`, facts: { position } }))
}

export interface Marked {
  readonly correct: number
  readonly total: number
  readonly passed: boolean
}

/** Whole numbers only: three of five are exactly sixty percent. */
export function markAnswers(
  questions: readonly TestQuestion[],
  choices: Readonly<Record<string, number>>,
  passPercent: number,
): Marked {
  return weigh(questions.filter(({ id, answer }) => choices[id] === answer).length, questions.length, passPercent)
}

export function weigh(correct: number, total: number, passPercent: number): Marked {
  return { correct, total, passed: total > 0 && correct * 100 >= passPercent * total }
}

/** A test on paper, marked by the officer. */
export function judgePaper(correct: number, total: number) {
  return correct > total ? refuse('training/more-than-asked', { field: 'correct', facts: { total } }) : allow(correct)
}

export interface TestFacts {
  readonly passPercent: number | null
  readonly questions: number
  readonly seated: boolean
  readonly attempts: number
  readonly passed: boolean
}

export function judgeTest({ passPercent, questions, seated, attempts, passed }: TestFacts) {
  if (passPercent === null || questions === 0) return refuse('training/no-test')
  if (!seated) return refuse('training/not-on-list')
  if (passed) return refuse('training/passed-already')
  if (attempts >= mostAttempts) return refuse('training/no-attempt-left', { facts: { most: mostAttempts } })
  return allow(passPercent)
}
