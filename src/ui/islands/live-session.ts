// The tracker of a session keeps itself fresh: it asks for the page that its reader could load, so it shows nothing more
// than a reload would. What somebody is pressing or writing in stays as it is.
const every = 8_000

async function refresh(): Promise<void> {
  const shown = document.getElementById('theo-doi')
  if (!shown || document.hidden || shown.contains(document.activeElement)) return
  const answer = await fetch(location.href)
  if (!answer.ok || answer.redirected) return
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const fresh = page.getElementById('theo-doi')
  if (!fresh || fresh.innerHTML === shown.innerHTML) return
  // A page carries the drawings of the icons it uses, and only those.
  const drawings = page.querySelector('svg.sprite')
  if (drawings) document.querySelector('svg.sprite')?.replaceWith(drawings)
  shown.replaceWith(fresh)
}

// Out of reach for a moment: the page stands, the next time asks again.
setInterval(() => void refresh().catch(() => undefined), every)
