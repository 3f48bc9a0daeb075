import { allow, refuse } from '../kernel/refusal.ts'
import type { Product } from '../product/model.ts'
import type { IdeaStep } from './model-voice.ts'
import type { Idea } from './model.ts'

/** An idea becomes one product; so does it where the product is in the register already, once the commune said yes. */
export function judgeAttachment(
  { outcome }: Pick<Idea, 'outcome'>,
  steps: readonly Pick<IdeaStep, 'kind'>[],
  product: Pick<Product, 'producerId' | 'retiredOn'> | undefined,
  ownProducers: readonly string[],
) {
  if (hasProduct(steps)) return refuse('idea/product-already', { overtaken: true })
  if (outcome !== 'welcome') return refuse('idea/not-welcome')
  // What belongs to another answers like what is not there.
  if (product === undefined || !ownProducers.includes(product.producerId)) {
    return refuse('idea/no-such-product', { field: 'product' })
  }
  if (product.retiredOn !== null) return refuse('idea/product-retired', { field: 'product' })
  return allow(product)
}

export function hasProduct(steps: readonly Pick<IdeaStep, 'kind'>[]): boolean {
  return steps.some(({ kind }) => kind === 'product')
}
