/** The widget's part of the page's fragment; the host's own and other widgets' parts stay. */

/** @param {string} permalink the attribute */
export function partName(permalink) {
  const name = permalink.replace(/[^a-zA-Z0-9-]/g, "");
  return name && name !== "true" ? `gongkai-${name}` : "gongkai";
}

/** @param {string} name @returns {string | undefined} */
export function readPart(name) {
  const part = parts().find((part) => part.startsWith(`${name}=`));
  return part && part.slice(name.length + 1);
}

/** @param {string} name @param {string | null} value null takes the part away */
export function writePart(name, value) {
  const others = parts().filter((part) => !part.startsWith(`${name}=`));
  const fragment = `#${(value === null ? others : others.concat(`${name}=${value}`)).join("&")}`;
  if (fragment === (location.hash || "#")) return;
  try {
    // Replaced, so that the reader's way back leaves the page and not a choice.
    history.replaceState(history.state, "", fragment);
  } catch (error) {
    // A sandboxed frame may refuse; nothing depends on it.
  }
}

function parts() {
  return location.hash.slice(1).split("&").filter(Boolean);
}
