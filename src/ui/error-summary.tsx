import { fieldId } from './field-frame.tsx'
import type { Trouble } from './trouble.ts'

/** What has to be mended, on top of the form and in focus; each line leads to its field. */
export function ErrorSummary({ trouble }: { trouble: Trouble | undefined }) {
  if (!trouble) return null
  const atFields = Object.entries(trouble.errors)
  const places = atFields.length + trouble.summary.length
  if (places === 0) return null
  return (
    <div class="error-summary" role="alert" tabindex={-1} autofocus aria-labelledby="can-sua">
      <h2 id="can-sua">{atFields.length === 0 ? 'Chưa thực hiện được' : `Có ${places} chỗ cần sửa`}</h2>
      <ul>
        {trouble.summary.map((sentence) => (
          <li>{sentence}</li>
        ))}
        {atFields.map(([name, sentence]) => (
          <li>
            <a href={`#${fieldId(name)}`}>{sentence}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Where the form itself is not drawn again, its sentences stand together and lead nowhere. */
export function wholeTrouble({ values, errors, summary }: Trouble): Trouble {
  return { values, errors: {}, summary: [...summary, ...Object.values(errors)] }
}
