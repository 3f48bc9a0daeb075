import { moderateComment, writeComment } from '../../newsroom/actions-comment.ts'
import { latestNews } from '../../newsroom/actions-public.ts'
import type { Stage } from './stage.ts'

const words = [
  { name: 'Bạn đọc mẫu A', body: 'Bảng cuối bài rất tiện, tôi bấm vào xem được từng xã.', shown: true },
  { name: 'Bạn đọc mẫu B', body: 'Xin cho biết con số của từng nhóm sản phẩm.', shown: true },
  { name: 'Bạn đọc mẫu C', body: 'Năm sau có bài như thế này cho tỉnh khác không?', shown: false },
]

/** Readers under one article: two let through, one that waits for the editor. */
export async function enterComments(stage: Stage): Promise<void> {
  const article = (await latestNews(stage.tx, 10)).find(({ title }) => title.includes('bao nhiêu sản phẩm'))
  if (!article) return
  for (const [index, { name, body, shown }] of words.entries()) {
    const input = { name, body, email: `ban-doc-${index}@vidu.vn` }
    const { id } = await writeComment(stage.system(2), article.slug, input, { sample: true })
    if (shown) await moderateComment(await stage.as('mau.bien-tap', 1), id, { act: 'approve' })
  }
}
