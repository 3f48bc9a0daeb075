import type { OpenAPIV3_1 } from 'openapi-types'

type Whole = OpenAPIV3_1.SchemaObject
export type Shape = Whole | OpenAPIV3_1.ReferenceObject
export type NamedShapes = Readonly<Record<string, Shape>>

/** One line of a table of the reference: a member by its way from the outside, `items[].producer.name`. */
export interface Member {
  readonly way: string
  readonly kind: string
  readonly required: boolean
}

/** Every member of a shape, the innermost ones by their whole way. */
export function membersOf(shape: Shape, named: NamedShapes, way = '', required = true): Member[] {
  const { whole, nullable } = unfolded(shape, named)
  const needed = required && !nullable
  if (whole.type === 'array') return membersOf(whole.items, named, `${way}[]`, needed)
  const inner = Object.entries(whole.properties ?? {})
  if (inner.length === 0)
    return [{ way, kind: nullable ? `${kindOf(whole)} hoặc null` : kindOf(whole), required: needed }]
  return inner.flatMap(([name, one]) =>
    membersOf(one, named, way === '' ? name : `${way}.${name}`, needed && whole.required?.includes(name) === true),
  )
}

function unfolded(shape: Shape, named: NamedShapes): { whole: Whole; nullable: boolean } {
  if ('$ref' in shape) return unfolded(named[shape.$ref.split('/').at(-1) ?? ''] ?? {}, named)
  const [first, ...rest] = (shape.anyOf ?? []).filter((one) => !('type' in one && one.type === 'null'))
  if (first === undefined || rest.length > 0) return { whole: shape, nullable: false }
  return { whole: unfolded(first, named).whole, nullable: true }
}

// A whole number without bounds of its own is written with those of the language.
const unbounded = Number.MAX_SAFE_INTEGER

/** What may stand there, in words. */
export function kindOf({ type, format, enum: among, default: usual, ...limits }: Whole): string {
  const { minimum = -unbounded, maximum = unbounded, maxLength, maxItems, pattern } = limits
  const words = [
    among ? `một trong: ${among.join(' · ')}` : kindWords(type, format),
    minimum > -unbounded && `từ ${minimum}`,
    maximum < unbounded && `đến ${maximum}`,
    maxLength !== undefined && `tối đa ${maxLength} ký tự`,
    maxItems !== undefined && `tối đa ${maxItems} mục`,
    pattern !== undefined && format === undefined && `theo mẫu ${pattern}`,
    typeof usual !== 'object' && usual !== undefined && `mặc định ${String(usual)}`,
  ]
  return words.filter(Boolean).join(', ')
}

function kindWords(type: Whole['type'], format: string | undefined): string {
  if (format === 'date') return 'ngày, dạng 2026-11-24'
  if (format === 'date-time') return 'thời điểm ISO 8601'
  const words = { integer: 'số nguyên', number: 'số', boolean: 'true hoặc false', object: 'đối tượng tên và giá trị' }
  return words[type as keyof typeof words] ?? 'chữ'
}
