; Installs TIVM Desktop for one user, without administrator's rights; compiled by `python -m builder.installer_exe`,
; which writes build.nsh with what is known only then. Decisions: docs/adr/0123.
;
;   installer /S           silently; ends with 2 if the running program doesn't close, 3 if Windows is too old
;   installer /D=C:\PATH   elsewhere (last on the line, without quotes)
;   uninstall /S           silently; keeps the library
;   uninstall /S /LIBRARY  silently; deletes library, settings and cache too

Unicode true
!include "MUI2.nsh"
!include "LogicLib.nsh"
!include "FileFunc.nsh"
!include "WinVer.nsh"
!include "x64.nsh"
!include "build.nsh"   ; VERSION, VERSION4, PAYLOAD, ICON, OUTPUT, SIZE_KB, PUBLISHER, HOMEPAGE, each_suffix

!define TITLE "TIVM Desktop"
!define ID "tivm-desktop"
!define PROGID "TIVMDesktop.Video"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define APPLICATION_KEY "Software\Classes\Applications\${ID}.exe"
!define PATHS_KEY "Software\Microsoft\Windows\CurrentVersion\App Paths"
!define PROFILE "$LOCALAPPDATA\${ID}"   ; where the program keeps library, settings, cache and logs

Name "${TITLE}"
OutFile "${OUTPUT}"
BrandingText "${TITLE} ${VERSION}"
InstallDir "$LOCALAPPDATA\Programs\${ID}"
InstallDirRegKey HKCU "${UNINSTALL_KEY}" "InstallLocation"
RequestExecutionLevel user
ManifestDPIAware true
ManifestLongPathAware true
ManifestSupportedOS Win10
SetCompressor /SOLID lzma
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${VERSION4}"
VIFileVersion "${VERSION4}"
!macro version_info language
  VIAddVersionKey /LANG=${language} "ProductName" "${TITLE}"
  VIAddVersionKey /LANG=${language} "ProductVersion" "${VERSION}"
  VIAddVersionKey /LANG=${language} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${language} "FileDescription" "${TITLE} ${VERSION} Setup"
  VIAddVersionKey /LANG=${language} "CompanyName" "${PUBLISHER}"
  VIAddVersionKey /LANG=${language} "LegalCopyright" "GPL-3.0-or-later"
  VIAddVersionKey /LANG=${language} "OriginalFilename" "${ORIGINAL}"
!macroend

; --- pages ----------------------------------------------------------------------------------------------------

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${ID}.exe"
!define MUI_FINISHPAGE_NOAUTOCLOSE
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH

!define MUI_COMPONENTSPAGE_NODESC
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "French"
!insertmacro version_info ${LANG_ENGLISH}
!insertmacro version_info ${LANG_GERMAN}
!insertmacro version_info ${LANG_FRENCH}

LangString PROGRAM ${LANG_ENGLISH} "The program"
LangString PROGRAM ${LANG_GERMAN} "Das Programm"
LangString PROGRAM ${LANG_FRENCH} "Le programme"
LangString LIBRARY ${LANG_ENGLISH} "Also my library: what was analysed, my marks, settings and GPU support (never music or videos)"
LangString LIBRARY ${LANG_GERMAN} "Auch meine Bibliothek: Analysen, meine Markierungen, Einstellungen, GPU-Zusatz (nie Musik oder Videos)"
LangString LIBRARY ${LANG_FRENCH} "Aussi ma bibliothèque : analyses, mes marques, réglages, module GPU (jamais la musique ni les vidéos)"
LangString RUNNING ${LANG_ENGLISH} "${TITLE} is still running. Close it, then choose Retry."
LangString RUNNING ${LANG_GERMAN} "${TITLE} läuft noch. Beenden Sie es und wählen Sie dann Wiederholen."
LangString RUNNING ${LANG_FRENCH} "${TITLE} est encore ouvert. Fermez-le, puis choisissez Réessayer."
LangString TOO_OLD ${LANG_ENGLISH} "${TITLE} needs 64-bit Windows 10 (version 1809) or newer."
LangString TOO_OLD ${LANG_GERMAN} "${TITLE} braucht Windows 10 (Version 1809, 64 Bit) oder neuer."
LangString TOO_OLD ${LANG_FRENCH} "${TITLE} a besoin de Windows 10 (version 1809, 64 bits) ou plus récent."
LangString FOREIGN ${LANG_ENGLISH} "$INSTDIR has other files in it. Choose an empty folder, or the one ${TITLE} is in."
LangString FOREIGN ${LANG_GERMAN} "In $INSTDIR liegen andere Dateien. Wählen Sie einen leeren Ordner oder den von ${TITLE}."
LangString FOREIGN ${LANG_FRENCH} "$INSTDIR contient d'autres fichiers. Choisissez un dossier vide ou celui de ${TITLE}."
LangString FOLLOWS ${LANG_ENGLISH} "Film for ${TITLE}"
LangString FOLLOWS ${LANG_GERMAN} "Film für ${TITLE}"
LangString FOLLOWS ${LANG_FRENCH} "Film pour ${TITLE}"

; --- the running program ----------------------------------------------------------------------------------------

; Asks the running program to close as its own close button would, and waits until its files are free. A folder can't be
; renamed while a program runs from it: that is how it is known, whoever started it and however often.
!macro close_program un
Function ${un}CloseProgram
  ${IfNot} ${FileExists} "$INSTDIR\_internal\*.*"
    Return
  ${EndIf}
  again:
  nsExec::Exec 'taskkill /IM ${ID}.exe'   ; without /F: windows are asked to close, nothing is ended by force
  Pop $0
  StrCpy $1 0
  ${Do}
    ClearErrors
    Rename "$INSTDIR\_internal" "$INSTDIR\_internal.old"
    ${IfNot} ${Errors}
      Return
    ${EndIf}
    Sleep 250
    IntOp $1 $1 + 1
  ${LoopUntil} $1 >= 40
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY again
  SetErrorLevel 2
  Quit
FunctionEnd
!macroend
!insertmacro close_program ""
!insertmacro close_program "un."

!macro tell_explorer
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'   ; SHCNE_ASSOCCHANGED
!macroend

; --- installing ---------------------------------------------------------------------------------------------------

Function .onInit
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} 17763
  ${OrIfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "$(TOO_OLD)" /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
FunctionEnd

; A folder with files of somebody else's is not taken: an upgrade and the uninstaller remove what lies in it.
Function .onVerifyInstDir
  ${If} ${FileExists} "$INSTDIR\_internal\*.*"
  ${AndIfNot} ${FileExists} "$INSTDIR\${ID}.exe"
    Abort
  ${EndIf}
FunctionEnd

Section "-program"
  SetShellVarContext current
  SetOverwrite on
  ${If} ${FileExists} "$INSTDIR\_internal\*.*"
  ${AndIfNot} ${FileExists} "$INSTDIR\${ID}.exe"
    MessageBox MB_OK|MB_ICONSTOP "$(FOREIGN)" /SD IDOK
    SetErrorLevel 4
    Quit
  ${EndIf}
  RMDir /r "$INSTDIR\_internal.old"   ; of an upgrade that was cut off
  Call CloseProgram

  SetOutPath "$INSTDIR"
  File /r "${PAYLOAD}"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  RMDir /r "$INSTDIR\_internal.old"

  CreateShortCut "$SMPROGRAMS\${TITLE}.lnk" "$INSTDIR\${ID}.exe"

  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${TITLE}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${ID}.exe,0"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
!if "${HOMEPAGE}" != ""
  WriteRegStr HKCU "${UNINSTALL_KEY}" "URLInfoAbout" "${HOMEPAGE}"
!endif
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1

  ; Both commands by name in the Run dialog and the Explorer's address line; PATH is left alone.
  WriteRegStr HKCU "${PATHS_KEY}\${ID}.exe" "" "$INSTDIR\${ID}.exe"
  WriteRegStr HKCU "${PATHS_KEY}\tivm.exe" "" "$INSTDIR\tivm.exe"

  ; "Open with…" for films. Nothing is made the default: that is the user's to say.
  WriteRegStr HKCU "${APPLICATION_KEY}" "FriendlyAppName" "${TITLE}"
  WriteRegStr HKCU "${APPLICATION_KEY}\DefaultIcon" "" "$INSTDIR\${ID}.exe,0"
  WriteRegStr HKCU "${APPLICATION_KEY}\shell\open\command" "" '"$INSTDIR\${ID}.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\${PROGID}" "" "$(FOLLOWS)"
  WriteRegStr HKCU "Software\Classes\${PROGID}\DefaultIcon" "" "$INSTDIR\${ID}.exe,0"
  WriteRegStr HKCU "Software\Classes\${PROGID}\shell\open\command" "" '"$INSTDIR\${ID}.exe" "%1"'
  !macro opens suffix
    WriteRegStr HKCU "${APPLICATION_KEY}\SupportedTypes" "${suffix}" ""
    WriteRegStr HKCU "Software\Classes\${suffix}\OpenWithProgids" "${PROGID}" ""
  !macroend
  !insertmacro each_suffix opens
  !insertmacro tell_explorer
SectionEnd

; What was there before an upgrade that failed is put back.
Function .onInstFailed
  ${If} ${FileExists} "$INSTDIR\_internal.old\*.*"
    RMDir /r "$INSTDIR\_internal"
    Rename "$INSTDIR\_internal.old" "$INSTDIR\_internal"
  ${EndIf}
FunctionEnd

; --- removing ---------------------------------------------------------------------------------------------------

Section "un.$(PROGRAM)"
  SectionIn RO
  SetShellVarContext current
  Call un.CloseProgram
  RMDir /r "$INSTDIR\_internal.old"
  Delete "$INSTDIR\${ID}.exe"
  Delete "$INSTDIR\tivm.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"   ; only if empty: what somebody put there stays
  Delete "$SMPROGRAMS\${TITLE}.lnk"
  !macro opens_no_more suffix
    DeleteRegValue HKCU "Software\Classes\${suffix}\OpenWithProgids" "${PROGID}"
    DeleteRegKey /ifempty HKCU "Software\Classes\${suffix}\OpenWithProgids"
    DeleteRegKey /ifempty HKCU "Software\Classes\${suffix}"
  !macroend
  !insertmacro each_suffix opens_no_more
  DeleteRegKey HKCU "Software\Classes\${PROGID}"
  DeleteRegKey HKCU "${APPLICATION_KEY}"
  DeleteRegKey HKCU "${PATHS_KEY}\${ID}.exe"
  DeleteRegKey HKCU "${PATHS_KEY}\tivm.exe"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  !insertmacro tell_explorer
SectionEnd

Section /o "un.$(LIBRARY)" un_library
  RMDir /r "${PROFILE}"
SectionEnd

Function un.onInit
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/LIBRARY" $1
  ${IfNot} ${Errors}
    SectionSetFlags ${un_library} ${SF_SELECTED}
  ${EndIf}
FunctionEnd
