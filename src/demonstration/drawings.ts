const ground = `<defs>
  <linearGradient id="wall" x2="0" y2="1"><stop stop-color="#f1e7d8"/><stop offset="1" stop-color="#e2d1b8"/></linearGradient>
  <linearGradient id="table" x2="0" y2="1"><stop stop-color="#c9ae8b"/><stop offset="1" stop-color="#b3966f"/></linearGradient>
  <radialGradient id="light" cx=".32" cy=".2" r=".75"><stop stop-color="#fff" stop-opacity=".75"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient>
  <linearGradient id="round"><stop stop-color="#000" stop-opacity=".25"/><stop offset=".22" stop-color="#fff" stop-opacity=".3"/><stop offset=".55" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".26"/></linearGradient>
  <filter id="blur" x="-30%" y="-100%" width="160%" height="300%"><feGaussianBlur stdDeviation="7"/></filter>
</defs>
<rect width="480" height="360" fill="url(#wall)"/><rect y="262" width="480" height="98" fill="url(#table)"/><rect width="480" height="360" fill="url(#light)"/>`

function scene(content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 360" width="480" height="360">${ground}${content}</svg>`
}

function shadow(x: number, width: number): string {
  return `<ellipse cx="${x}" cy="304" rx="${width}" ry="11" fill="#3a2c14" opacity=".25" filter="url(#blur)"/>`
}

function solid(path: string, colour: string): string {
  return `<path d="${path}" fill="${colour}"/><path d="${path}" fill="url(#round)"/>`
}

const bottle = 'M214 66h52v44c0 18 30 26 30 64v116q0 12 -12 12h-88q-12 0 -12 -12v-116c0 -38 30 -46 30 -64z'
const jar = 'M168 132h144q14 0 14 16v138q0 16 -16 16h-140q-16 0 -16 -16v-138q0 -16 14 -16z'
const pot = 'M176 226h128l-14 66q-2 10 -12 10h-76q-10 0 -12 -10z'

/** Three things that the drawings of the pages lack: a bottle, a jar and a plant in its pot. */
export const ownDrawings = {
  chai: scene(
    `${shadow(240, 92)}${solid(bottle, '#5c7d54')}<rect x="184" y="196" width="112" height="70" fill="#f6efdf"/>
    <path d="M200 246q20 -34 40 -14t40 -22" fill="none" stroke="#7d9a5c" stroke-width="7" stroke-linecap="round"/>
    <rect x="208" y="44" width="64" height="26" rx="5" fill="#6d4a2a"/><rect x="208" y="44" width="64" height="26" rx="5" fill="url(#round)"/>`,
  ),
  hu: scene(
    `${shadow(240, 104)}${solid(jar, '#d9a04a')}<rect x="164" y="100" width="152" height="34" rx="7" fill="#49372a"/>
    <rect x="164" y="100" width="152" height="34" rx="7" fill="url(#round)"/><rect x="154" y="186" width="172" height="74" fill="#fbf4e4"/>
    <circle cx="240" cy="223" r="24" fill="#b9552f"/><path d="M240 199q10 -18 26 -16" fill="none" stroke="#5f7d46" stroke-width="6" stroke-linecap="round"/>`,
  ),
  'chau-cay': scene(
    `${shadow(240, 88)}${solid(pot, '#8a4f33')}<rect x="168" y="214" width="144" height="18" rx="5" fill="#74412a"/>
    <path d="M238 216c-6 -34 -30 -44 -22 -78s30 -30 22 -62" fill="none" stroke="#6b4a2d" stroke-width="13" stroke-linecap="round"/>
    <g fill="#4f7a45"><ellipse cx="178" cy="128" rx="48" ry="26"/><ellipse cx="290" cy="104" rx="54" ry="28"/><ellipse cx="236" cy="70" rx="46" ry="26"/></g>
    <g fill="#f0c148"><circle cx="168" cy="118" r="8"/><circle cx="200" cy="134" r="7"/><circle cx="276" cy="92" r="8"/><circle cx="310" cy="108" r="7"/><circle cx="232" cy="58" r="8"/><circle cx="256" cy="74" r="6"/></g>`,
  ),
} as const
