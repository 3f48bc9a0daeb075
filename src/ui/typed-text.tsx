import { Panel } from './panel.tsx'
import type { Trouble } from './trouble.ts'

/** Sentences somebody typed into a form that cannot be drawn again, to copy from; keys and choices are left out. */
export function TypedText({ values }: Pick<Trouble, 'values'>) {
  const sentences = Object.values(values)
    .flat()
    .filter((text) => /\S\s\S/.test(text))
  if (sentences.length === 0) return null
  return (
    <Panel title="Nội dung bạn đã gõ" note="Chưa được lưu; hãy chép lại nếu còn cần">
      {sentences
        .flatMap((text) => text.split('\n'))
        .map((line) => (
          <p>{line}</p>
        ))}
    </Panel>
  )
}
