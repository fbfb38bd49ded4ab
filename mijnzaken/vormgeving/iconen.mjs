/** Icons of @tabler/icons whose name comes from Python; one that a template names (`{% icoon 'file-text' %}`) is found by itself. */
export const iconen = [
  "alert-circle", "alert-triangle", "archive", "arrow-back-up", "arrow-left", "arrow-right", "arrow-up", "arrow-down", "arrows-sort",
  "ban", "bell", "briefcase", "building", "building-community", "calendar", "calendar-event", "calendar-pause", "car", "certificate",
  "chart-bar", "check", "checklist", "checks", "chevron-down", "chevron-left", "chevron-right", "chevron-up", "circle-check",
  "circle-dashed", "clipboard-list", "clipboard-text", "clock", "clock-pause", "coin-euro", "columns-3", "copy", "database", "device-floppy",
  "device-mobile", "download", "edit", "external-link", "eye", "eye-off", "file", "file-check", "file-certificate", "file-text", "filter",
  "flag", "flame", "folder", "folder-open", "gavel", "heart-handshake", "help-circle", "history", "home", "home-cog", "id-badge-2", "inbox",
  "info-circle", "key", "language", "layout-grid", "link", "list-check", "list-details", "loader-2", "lock", "login", "logout", "mail",
  "mail-opened", "map-pin", "message-circle", "message-dots", "message-plus", "note", "notes", "paperclip", "parking", 
  "phone", "phone-call", "phone-off", "photo", "player-pause", "player-play", "plus", "printer", "question-mark", "receipt", "refresh",
  "road", "rotate", "scale", "search", "send", "settings", "shield", "shield-check", "shield-lock", "speakerphone", "star", "switch-horizontal",
  "tools", "trash", "upload", "user", "user-check", "user-circle", "user-exclamation", "user-plus", "user-share", "users", "volume",
  "world", "x",
];
