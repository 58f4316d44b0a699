@echo off
rem Builds what is missing and runs ESS HA Installer. All arguments go to the program: see "ess-ha --help".
setlocal enabledelayedexpansion
for %%i in ("%~dp0..") do set "root=%%~fi"
set "needed="
for /f "tokens=3 delims=<>" %%v in ('findstr /c:"<java.release>" "%root%\pom.xml"') do set "needed=%%v"

set "java="
if defined JAVA_HOME call :consider "%JAVA_HOME%"
if not defined java for /f "delims=" %%j in ('where java 2^>nul') do if not defined java call :consider "%%~dpj.."
for %%d in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\Zulu") do (
  if not defined java if exist "%%~d" for /d %%h in ("%%~d\*") do if not defined java call :consider "%%~h"
)
if not defined java (
  echo ess-ha: no Java %needed% or later was found: JAVA_HOME, PATH and the usual folders. 1>&2
  echo ess-ha: Install a JDK %needed%, for example Temurin from https://adoptium.net, or set JAVA_HOME to one. 1>&2
  exit /b 2
)

if exist "%root%\target\ess-ha.jar" goto run
where mvn >nul 2>nul
if errorlevel 1 (
  echo ess-ha: Maven 3.8 or later is not on the PATH; it builds the program on the first run. 1>&2
  exit /b 2
)
echo ess-ha: building, this happens once 1>&2
pushd "%root%"
call mvn -B -q -DskipTests package 1>&2
set "built=%errorlevel%"
popd
if not "%built%"=="0" (
  echo ess-ha: the build failed; its output is above 1>&2
  exit /b 2
)

:run
"%java%" "@%root%\jpackage\jvm.options" -jar "%root%\target\ess-ha.jar" %*
exit /b %errorlevel%

:consider
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==" %%v in ('findstr /b /c:"JAVA_VERSION=" "%~1\release"') do (
  for /f "tokens=1 delims=." %%m in ("%%~v") do if %%m geq %needed% set "java=%~1\bin\java.exe"
)
exit /b 0
