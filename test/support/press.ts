import type { Actor } from '../../src/kernel/actor.ts'
import { EditionInput } from '../../src/newsroom/model.ts'

function editorOf(id: string, unit: string, province: string): Actor {
  return { id, name: id, postings: [{ role: 'editor', unit, province }], producers: [] }
}

// Two people of one province, and one of another.
export const editor = editorOf('bien-tap', '66', '66')
export const colleague = editorOf('bien-tap-2', '66', '66')
export const editorElsewhere = editorOf('bien-tap-tinh-khac', '52', '52')

/** A whole text as its form sends it. */
export function text(change: Readonly<Record<string, unknown>> = {}): EditionInput {
  return EditionInput.parse({
    base: '0',
    title: 'Vụ cà phê mới ở Cư M’gar',
    summary: 'Các hợp tác xã bắt đầu thu hoạch.',
    body: 'Năm nay được mùa.',
    category: 'san-pham',
    ...change,
  })
}
