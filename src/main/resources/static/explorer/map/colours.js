// @ts-check
// Eight colours for colleges that people with any colour vision tell apart, and a grey for the rest. Contrast to the ground is 3:1 and more.

const LOOKS = {
  light: {
    colleges: ["#1b61d8", "#ce7a3a", "#14a77b", "#74257c", "#80531f", "#8e89d5", "#21745f", "#9d6891"],
    rest: "#9aa3af", ground: "#ffffff", text: "#1b2430", muted: "#5d697a", tie: "#6b7585", line: "#e3e7ed", halo: "rgba(255,255,255,.9)", region: 0.11,
  },
  dark: {
    colleges: ["#20a2a9", "#d3917c", "#7b6eec", "#d1d942", "#66efd5", "#bebffd", "#55860f", "#b14d70"],
    rest: "#6d7684", ground: "#12161c", text: "#e8ecf2", muted: "#93a0b2", tie: "#8b96a8", line: "#2a313c", halo: "rgba(18,22,28,.88)", region: 0.17,
  },
};

/** How many colleges have a colour of their own. */
export const COLOURS = LOOKS.light.colleges.length;

// Style sheets take the colours from here.
for (const [name, of] of /** @type {[string, (look: any) => string][]} */ ([
  ...LOOKS.light.colleges.map((_, i) => [`--college-${i}`, look => look.colleges[i]]), ["--rest", look => look.rest],
])) document.documentElement.style.setProperty(name, `light-dark(${of(LOOKS.light)}, ${of(LOOKS.dark)})`);

export const theme = () => {
  const chosen = document.documentElement.dataset.theme;
  return chosen === "light" || chosen === "dark" ? chosen : matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
};

export const look = () => LOOKS[theme()];

export const colour = (look, slot) => look.colleges[slot] ?? look.rest;

/** The slot of each college, largest first. One that shares most members with an earlier college keeps that one's colour. */
export function slots(colleges, earlier) {
  const large = colleges.filter(each => each.members.length > 2).slice(0, COLOURS);
  const free = new Set([...Array(COLOURS).keys()]);
  const given = new Map(), claims = [];
  for (const each of large) {
    const votes = new Map();
    for (const member of each.members) {
      const slot = earlier.get(member);
      if (slot !== undefined && slot < COLOURS) votes.set(slot, (votes.get(slot) ?? 0) + 1);
    }
    for (const [slot, shared] of votes) claims.push({ key: each.key, slot, shared });
  }
  for (const { key, slot } of claims.sort((a, b) => b.shared - a.shared)) {
    if (!given.has(key) && free.delete(slot)) given.set(key, slot);
  }
  for (const { key } of large) {
    if (given.has(key)) continue;
    const [slot] = free;
    free.delete(slot);
    given.set(key, slot);
  }
  return given;
}
